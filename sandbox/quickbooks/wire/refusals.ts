/** The refusals the simulator knows, one function per code (05, section 2; REC where recorded). Decides nothing: callers do. */
import { QuickBooksFault } from "./fault.ts";

const INACTIVE =
  "Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.";

/** REC error-500-1. */
export function unsupportedOperation(what: string): QuickBooksFault {
  return new QuickBooksFault({ code: "500", message: "Unsupported Operation", detail: `Operation ${what} is not supported.` });
}

/** REC batch-basic: missing, deleted and inactive objects share one text. */
export function objectNotFound(): QuickBooksFault {
  return new QuickBooksFault({ code: "610", message: "Object Not Found", detail: `Object Not Found : ${INACTIVE}`, element: "" });
}

export function cannotLink(why: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "620",
    message: "Transaction cannot be linked",
    detail: `Transaction cannot be linked : ${why}`,
    element: "",
  });
}

/** REC error-400_json-1. */
export function unknownProperty(detail: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2010",
    message: "Request has invalid or unsupported property",
    detail: `Property Name:${detail} specified is unsupported or invalid`,
  });
}

export function requiredMissing(parameter: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2020",
    message: "Required param missing, need to supply the required value for the API",
    detail: `Required parameter ${parameter} is missing in the request`,
    element: parameter,
  });
}

/** REC error-500-2. */
export function invalidId(supplied: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2030",
    message: "Invalid ID",
    detail: `Id should be a valid number. Supplied value:${supplied}`,
    element: "Id",
  });
}

export function illegalCharacters(element: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2040",
    message: "Invalid String",
    detail: `String contains one or more invalid characters : ${element}`,
    element,
  });
}

export function wrongLength(element: string, length: number, max: number): QuickBooksFault {
  return new QuickBooksFault({
    code: "2050",
    message: "String length specified does not match the supported length",
    detail: `String length is either shorter or longer than supported by specification. Min:0 Max:${max} supported. Supplied length:${length}`,
    element,
  });
}

export function invalidNumber(element: string, supplied: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2090",
    message: "Invalid Number",
    detail: `Number is out of the supported range or precision. Supplied value:${supplied}`,
    element,
  });
}

export function invalidChoice(element: string, supplied: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2170",
    message: "Invalid Enumeration",
    detail: `Enumeration value supplied is not supported. Supplied value:${supplied}`,
    element,
  });
}

export function invalidEmail(element: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2210",
    message: "Invalid Email Address format",
    detail: "Email Address does not conform to the RFC 822 format.",
    element,
  });
}

export function invalidReference(list: string, id: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "2500",
    message: "Invalid Reference Id",
    detail: `Invalid Reference Id : ${list} element id ${id} not found`,
    element: "",
  });
}

/** Query that cannot be read at all; 4001 is a readable query that asks for what does not exist. */
export function unreadableQuery(detail: string): QuickBooksFault {
  return new QuickBooksFault({ code: "4000", message: "Error parsing query", detail: `QueryParserError: ${detail}` });
}

/** REC error-400-2. */
export function invalidQuery(detail: string): QuickBooksFault {
  return new QuickBooksFault({ code: "4001", message: "Invalid query", detail: `QueryValidationError: ${detail}` });
}

/** REC batch-basic. */
export function staleObject(): QuickBooksFault {
  return new QuickBooksFault({
    code: "5010",
    message: "Stale Object Error",
    detail:
      "Stale Object Error : You and another user were working on this at the same time. The other user finished before you did, so your work was not saved.",
    element: "",
  });
}

export function featureOff(feature: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "5020",
    message: "Feature Not Supported Error",
    detail: `Feature Not Supported Error : ${feature} is not turned on or not part of this subscription.`,
  });
}

/** REC attachment-error_estimate-1. */
export function businessError(why: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "6000",
    message: "A business validation error has occurred while processing your request",
    detail: `Business Validation Error: ${why}`,
    element: "",
  });
}

export function amountMismatch(): QuickBooksFault {
  return new QuickBooksFault({
    code: "6070",
    message: "Amount calculation incorrect in the request",
    detail: "Amount is not equal to UnitPrice * Qty. Supplied value is not supported.",
    element: "Line.Amount",
  });
}

export function wrongTaxCode(supplied: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "6100",
    message: "Invalid tax code",
    detail: `Line tax codes of a US company must be TAX or NON. Supplied value:${supplied}`,
    element: "Line.SalesItemLineDetail.TaxCodeRef",
  });
}

export function duplicateDocNumber(docNumber: string, entity: string, id: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "6140",
    message: "Duplicate Document Number Error",
    detail: `Duplicate Document Number Error : You must specify a different number. This number has already been used. DocNumber=${docNumber} is assigned to TxnType=${entity} with TxnId=${id}`,
    element: "",
  });
}

export function periodClosed(): QuickBooksFault {
  return new QuickBooksFault({
    code: "6210",
    message: "Account Period Closed, Cannot Update Through Services API",
    detail: "The account period has closed and the account books cannot be updated through the QBO Services API. Please use the QBO website to make these changes.",
    element: "",
  });
}

export function depositedTransaction(depositId: string): QuickBooksFault {
  return new QuickBooksFault({
    code: "6540",
    message: "Deposited Transaction cannot be changed",
    detail: `Deposited Transaction cannot be changed : If this transaction is deposited and you want to edit it, you must first remove it from deposit ${depositId}.`,
    element: "",
  });
}

/** REC error-validation-1. */
export function duplicateName(): QuickBooksFault {
  return new QuickBooksFault({
    code: "6240",
    message: "Duplicate Name Exists Error",
    detail: "The name supplied already exists. : null",
  });
}
