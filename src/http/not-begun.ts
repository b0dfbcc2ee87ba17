/** The header of an answer to a request of which nothing was done, because the server starts or stops. */
export const NOT_BEGUN = 'rapporteur-not-begun'
