/** Every template, in the order in which people are offered them (design page 04). */
import { DOCUMENT_TEMPLATES } from "./documents.ts";
import { MAPPING_TEMPLATES } from "./mappings.ts";
import type { Template } from "./template.ts";

export const TEMPLATES: readonly Template[] = [...DOCUMENT_TEMPLATES, ...MAPPING_TEMPLATES];

export const TEMPLATE_BY_KEY: ReadonlyMap<string, Template> = new Map(TEMPLATES.map((each) => [each.key, each]));
