import { defineConfig } from "prisma/config";
import { PrismaPg } from "@prisma/adapter-pg";
export default defineConfig({ schema: "prisma/schema.prisma", experimental: { adapter: true }, engine: "js", adapter: async () => new PrismaPg({ connectionString: process.env["DATABASE_URL"] ?? "" }) });
