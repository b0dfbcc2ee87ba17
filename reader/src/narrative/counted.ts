/** A paragraph that begins with a number of its own, as those of a numbered summary do. */
export const counted = /^[-–—*•\s]*[¶§]?\s*[([]?\d{1,3}(?:\.\d{1,3})*[.)\]]?\s+\S/u
