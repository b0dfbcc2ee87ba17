/** Values of an enum of the database, each with its description; one that is missing does not compile. */
export const described = <Name extends string>(
  _names: Readonly<Record<Name, Name>>,
  descriptions: { readonly [Value in Name]: string },
) =>
  Object.fromEntries(Object.entries<string>(descriptions).map(([name, description]) => [name, { description }])) as {
    [Value in Name]: { description: string }
  }
