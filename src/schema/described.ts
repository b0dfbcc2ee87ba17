/** The values of a database enum with their descriptions. A missing description is a compile-time error. */
export const described = <Name extends string>(
  _names: Readonly<Record<Name, Name>>,
  descriptions: { readonly [Value in Name]: string },
) =>
  Object.fromEntries(Object.entries<string>(descriptions).map(([name, description]) => [name, { description }])) as {
    [Value in Name]: { description: string }
  }
