/** The short reference lists: terms, payment methods, classes, departments (05, 1.12). Names are their only rule. */
import type { JsonObject } from "../wire/json.ts";
import { textOf } from "../wire/json.ts";
import { featureOff, requiredMissing } from "../wire/refusals.ts";
import { preferenceOf } from "../company/preferences.ts";
import { ADDRESS, ENTITY_FIELDS, NAME_FORBIDS, REFERENCE } from "./common-fields.ts";
import type { EntityDefinition } from "./definition.ts";
import { fullName, renamedIfDeactivated, requireUniqueName } from "./names.ts";
import { resolveReferences } from "./references.ts";
import type { Fields } from "./shape.ts";
import { BOOLEAN, NUMBER, choice, known, text } from "./shape.ts";

type SimpleList = {
  name: string;
  fields: Fields;
  defaults: JsonObject;
  /** Set on lists that can be nested: the property that says a row has a parent. */
  nestedBy?: string;
  /** Preferences of which one must be on to create rows. */
  needs?: readonly string[];
};

const NAME_FILTERS = ["Id", "Name", "Active", "MetaData.CreateTime", "MetaData.LastUpdatedTime"];

function simpleList(list: SimpleList): EntityDefinition {
  const { name, nestedBy } = list;
  return {
    name,
    fields: { ...ENTITY_FIELDS, Active: BOOLEAN, ...list.fields },
    readOnly: nestedBy === undefined ? [] : ["FullyQualifiedName", nestedBy],
    idSpace: name,
    filterable: nestedBy === undefined ? [...NAME_FILTERS, "Type"] : [...NAME_FILTERS, "FullyQualifiedName"],
    kind: "list",
    complete(books, draft, before) {
      if (list.needs && !list.needs.some((preference) => preferenceOf(books, preference) === true)) throw featureOff(name);
      if (!textOf(draft, "Name")?.trim()) throw requiredMissing("Name");
      const resolved = nestedBy === undefined ? draft : resolveReferences(books, draft, { ParentRef: name });
      const named = renamedIfDeactivated(books, name, "Name", { Active: true, ...list.defaults, ...resolved }, before);
      const nesting = nestedBy === undefined ? {} : { [nestedBy]: named.ParentRef !== undefined };
      const full = nestedBy === undefined ? {} : { FullyQualifiedName: fullName(books, name, named, textOf(named, "Name") ?? "") };
      const row = { ...named, ...nesting, ...full };
      requireUniqueName(books, name, row, before);
      return row;
    },
  };
}

export const term = simpleList({
  name: "Term",
  fields: {
    Name: text(31),
    DueDays: NUMBER,
    DiscountPercent: NUMBER,
    DiscountDays: NUMBER,
    ...known("Type DayOfMonthDue DueNextMonthDays DiscountDayOfMonth SalesTermEx"),
  },
  defaults: { Type: "STANDARD", DiscountPercent: 0 },
});

export const paymentMethod = simpleList({
  name: "PaymentMethod",
  fields: { Name: text(31), Type: choice("CREDIT_CARD", "NON_CREDIT_CARD"), ...known("PaymentMethodEx") },
  defaults: { Type: "NON_CREDIT_CARD" },
});

export const classEntity = simpleList({
  name: "Class",
  fields: { Name: text(100, NAME_FORBIDS), ParentRef: REFERENCE, SubClass: BOOLEAN, ...known("FullyQualifiedName ClassEx") },
  defaults: {},
  nestedBy: "SubClass",
  needs: ["AccountingInfoPrefs.ClassTrackingPerTxn", "AccountingInfoPrefs.ClassTrackingPerTxnLine"],
});

export const department = simpleList({
  name: "Department",
  fields: {
    Name: text(100, NAME_FORBIDS),
    ParentRef: REFERENCE,
    SubDepartment: BOOLEAN,
    Address: ADDRESS,
    ...known("FullyQualifiedName DepartmentEx"),
  },
  defaults: {},
  nestedBy: "SubDepartment",
  needs: ["AccountingInfoPrefs.TrackDepartments"],
});
