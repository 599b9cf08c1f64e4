/** The executable schema: the subset in ./schema, nothing else. Fields resolve themselves from the views (graphql-js' default resolver). */
import { readdirSync, readFileSync } from "node:fs";
import type { GraphQLSchema } from "graphql";
import { buildSchema } from "graphql";

const SCHEMA_FOLDER = new URL("./schema/", import.meta.url);

export function schemaText(): string {
  const files = readdirSync(SCHEMA_FOLDER).filter((file) => file.endsWith(".graphql")).sort();
  return files.map((file) => readFileSync(new URL(file, SCHEMA_FOLDER), "utf8")).join("\n");
}

let loaded: GraphQLSchema | undefined;

/** Built once for a process: a schema holds no state, and tests open a simulator each. */
export function loadSchema(): GraphQLSchema {
  loaded ??= buildSchema(schemaText());
  return loaded;
}
