/** The number at the end of a Shopify gid, which people and older interfaces know a thing by. */
export const legacyNumber = (gid: string): string => gid.slice(gid.lastIndexOf("/") + 1);
