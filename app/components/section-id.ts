/** What a titled part of a long form is found by in its page. */
export const sectionId = (title: string): string => `section-${title.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
