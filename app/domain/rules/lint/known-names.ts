/** The names that a company has, as rules and settings call them: from what was read of it, without looking anew. */
import type { CompanyFacts } from "../../books/books.ts";
import type { KnownNames } from "./dangling.ts";

/** What the company does not track, and what was not read of it, is left out. */
export const namesOfCompany = (company: CompanyFacts): KnownNames => ({
  account: namesIn(company.accounts), term: namesIn(company.terms), customField: namesIn(company.customFields),
  ...(company.taxCodes.length > 0 && { taxCode: namesIn(company.taxCodes) }),
  ...(company.tracking?.classes && { class: namesIn(company.tracking.classes) }),
  ...(company.tracking?.departments && { department: namesIn(company.tracking.departments) }),
  ...(company.paymentMethods && { paymentMethod: namesIn(company.paymentMethods) }),
});

const namesIn = (list: readonly { name: string }[]): string[] => list.map(({ name }) => name);
