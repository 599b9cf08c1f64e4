/** What the app answers, checked on arrival: Shopify may serve another version of an extension than the app was built with. Unknown fields are ignored. */
import * as z from "zod/mini";

const status = z.object({ label: z.string(), tone: z.string() });
const document = z.object({
  title: z.string(),
  total: z.string(),
  balance: z.nullable(z.string()),
  status,
  link: z.nullable(z.object({ label: z.string(), url: z.string() })),
});
const order = z.object({
  orderId: z.string(),
  name: z.string(),
  state: status,
  headline: z.string(),
  reason: z.nullable(z.string()),
  checking: z.boolean(),
  /** Its button; an older app names none. */
  press: z.optional(z.object({ label: z.string(), help: z.string() })),
  documents: z.array(document),
  coming: z.array(z.string()),
  issues: z.array(z.object({ sentence: z.string(), remedy: z.string() })),
  happened: z.array(z.object({ at: z.string(), sentence: z.string() })),
  plan: z.nullable(z.object({ steps: z.array(z.string()) })),
  path: z.string(),
});
const answerSchema = z.object({
  notice: z.nullable(z.object({ title: z.string(), sentence: z.string(), path: z.string() })),
  orders: z.array(order),
  unknown: z.array(z.object({ orderId: z.string(), sentence: z.string() })),
});

export type OrderDocument = z.infer<typeof document>;
export type Order = z.infer<typeof order>;
export type Answer = z.infer<typeof answerSchema>;

/** Throws for what is not such an answer. */
export const readAnswer = (body: unknown): Answer => answerSchema.parse(body);
