/** Ids of rows that exist only on this page. */

let drawn = 0;
export const newId = (): string => `n${(drawn += 1)}`;
