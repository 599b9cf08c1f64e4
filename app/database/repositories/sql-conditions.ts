/** Conditions for SQL that is put together from parts. */
import { Prisma } from "../generated/client.ts";

export const ALWAYS = Prisma.sql`TRUE`;
