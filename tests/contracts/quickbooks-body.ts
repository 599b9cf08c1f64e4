/**
 * Checks a request body against Intuit's own schema and its documented field constraints; both are data written by others.
 * It must never be loosened for one caller.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { z } from "zod";
import { contractsDir } from "./contracts-dir.ts";

const fieldSchema = z.object({
  type: z.string(),
  required: z.boolean().optional(),
  requiredForUpdate: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.number().optional(),
});
type Field = z.infer<typeof fieldSchema>;
type Types = Record<string, { fields: Record<string, Field> }>;

/** Where the constraints, read off one library's type comments, say something else than Intuit's reference. */
const EXCEPTIONS: Readonly<Record<string, Partial<Field>>> = {
  // Chosen at creation and fixed from then on (05 §1.1, §1.3), so it is read-only afterwards.
  "Customer.CurrencyRef": { readOnly: false },
  // Belongs to categories; QuickBooks gives every other item its own (05 §1.4).
  "Item.ItemCategoryType": { required: false },
  // Required and read-only at once: which field it is has to be said, its name need not (05 §1.1).
  "CustomField.DefinitionId": { readOnly: false },
  "CustomField.Type": { readOnly: false },
  // QuickBooks takes `Id` and `SyncToken` in updates, where they are required.
  "*.Id": { readOnly: false },
  "*.SyncToken": { readOnly: false },
};

/** Every violation, as `path: what is wrong`. A body with an `Id` is an update, which may leave out what it does not change. Needs the contracts folder. */
export function validateQuickBooksBody(entity: string, body: unknown): string[] {
  const { types, validatorOf } = contracts();
  const validate = validatorOf(entity);
  const problems = validate(body)
    ? []
    : (validate.errors ?? []).map((error) => `${error.instancePath || "/"}: ${error.message ?? "invalid"} ${JSON.stringify(error.params)}`);
  const isUpdate = isRecord(body) && "Id" in body;
  const needed = (field: Field): boolean | undefined => (isUpdate ? field.requiredForUpdate : field.required);
  return [...problems, ...objectProblems(types, entity, body, entity, needed)];
}

/** Objects inside the entity are replaced as a whole, in updates too, so what they require does not depend on the operation. */
const neededInside = (field: Field): boolean | undefined => field.required;

function objectProblems(types: Types, typeName: string, value: unknown, path: string, needed: (field: Field) => boolean | undefined): string[] {
  const fields = types[typeName]?.fields;
  if (!fields || !isRecord(value)) return [];
  return Object.entries(fields).flatMap(([name, documented]) => {
    const field: Field = { ...documented, ...EXCEPTIONS[`*.${name}`], ...EXCEPTIONS[`${typeName}.${name}`] };
    const here = `${path}.${name}`;
    if (!(name in value)) return needed(field) ? [`${here}: required`] : [];
    if (field.readOnly) return [`${here}: read-only, must not be sent`];
    return valueProblems(types, field, value[name], here);
  });
}

function valueProblems(types: Types, field: Field, value: unknown, path: string): string[] {
  if (typeof value === "string") {
    return field.maxLength !== undefined && value.length > field.maxLength ? [`${path}: ${value.length} characters, at most ${field.maxLength}`] : [];
  }
  if (typeof value === "number") return decimalFits(value) ? [] : [`${path}: ${value} has more than 15 digits or 5 decimals`];
  const names = field.type.replace(/[()[\]\s]/g, "").split("|");
  const entries: [string, unknown][] = Array.isArray(value) ? value.map((element, index) => [`${path}[${index}]`, element]) : [[path, value]];
  return entries.flatMap(([place, element]) => {
    const member = names.length === 1 ? names[0] : names.find((name) => types[name]?.fields["DetailType"]?.type === JSON.stringify(detailType(element)));
    return member === undefined ? [`${place}: no documented form has this DetailType`] : objectProblems(types, member, element, place, neededInside);
  });
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const detailType = (value: unknown): unknown => (isRecord(value) ? value["DetailType"] : undefined);
const decimalFits = (value: number): boolean => /^-?\d{1,15}(?:\.\d{1,5})?$/.test(String(value)) && String(value).replace(/[^\d]/g, "").length <= 15;

type Contracts = { types: Types; validatorOf: (entity: string) => ValidateFunction };
let loaded: Contracts | undefined;

function contracts(): Contracts {
  if (loaded) return loaded;
  if (contractsDir === undefined) throw new Error("the contracts folder is not here: guard the test with describe.skipIf(contractsDir === undefined)");
  const folder = join(contractsDir, "quickbooks", "schema");
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), "utf8"));
  const types = z.record(z.string(), z.object({ fields: z.record(z.string(), fieldSchema) })).parse(read("field-constraints.json"));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema(z.record(z.string(), z.unknown()).parse(read("qbo-v3.schema.json")), "qbo");
  const validatorOf = (entity: string): ValidateFunction => {
    const validate = ajv.getSchema(`qbo#/$defs/${entity}`);
    if (!validate) throw new Error(`Intuit's schema has no entity ${entity}`);
    return validate;
  };
  loaded = { types, validatorOf };
  return loaded;
}
