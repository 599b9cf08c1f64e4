/** Asks the app. Shopify resolves the path against the app's address and adds the session token; nothing here keeps or reads a token. */
import { type Answer, readAnswer } from "./answer.ts";

/** As the app allows in one request. */
export const MOST_ORDERS = 100;

const PATH = "/extension/orders";

/** Carries what to tell the person: the session is over, or the app could not answer. */
export class AppRefused extends Error {
  readonly isSignedOut: boolean;

  constructor(status: number) {
    super(`the app answered ${status}`);
    this.isSignedOut = status === 401;
  }
}

export type AskApp = {
  /** `withPlan`: what a resync would do is asked for, too; told of a few orders only. */
  read(orderIds: readonly string[], withPlan?: boolean): Promise<Answer>;
  resync(orderIds: readonly string[]): Promise<Answer>;
};

export function askAppThrough(send: typeof fetch): AskApp {
  const answered = async (response: Response): Promise<Answer> => {
    if (!response.ok) throw new AppRefused(response.status);
    return readAnswer(await response.json());
  };
  return {
    read: async (orderIds, withPlan = false) => {
      const asked = [...orderIds.map((id) => ["id", id]), ...(withPlan ? [["plan", "1"]] : [])];
      return answered(await send(`${PATH}?${new URLSearchParams(asked).toString()}`));
    },
    resync: async (orderIds) => answered(await send(PATH, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ orderIds }) })),
  };
}
