import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf, openCompany, orderForm, STOCKED_COMPANY } from "../testing/open-company.ts";
import type { OpenCompany } from "../testing/open-company.ts";
import { objectsOf } from "../wire/json.ts";
import { parseQuery } from "./parse.ts";

describe("the query language", () => {
  let company: OpenCompany;
  beforeAll(async () => {
    company = await openCompany({
      ...STOCKED_COMPANY,
      customers: [...["Amy’s Birds", "O'Hara", "Back\\slash", "100% Cotton", "Zoe"].map((DisplayName) => ({ DisplayName }))],
    });
    for (const [index, TxnDate] of ["2026-10-01", "2026-10-03", "2026-10-02"].entries()) {
      await company.write("/invoice", orderForm({ DocNumber: `10${index}`, TxnDate, CustomerRef: { value: String(index + 1) } }));
    }
  });
  afterAll(() => company.quickbooks.close());

  const numbers = async (rest: string): Promise<unknown[]> =>
    objectsOf(await company.query(`SELECT * FROM Invoice ${rest}`), "Invoice").map(({ DocNumber }) => DocNumber);

  it.each([
    ["WHERE DocNumber = '101'", ["101"]],
    ["where docnumber = '101'", "refused"],
    ["WHERE DocNumber IN ('100', '102', '999')", ["100", "102"]],
    ["WHERE TxnDate >= '2026-10-02' AND TxnDate < '2026-10-03'", ["102"]],
    ["WHERE TotalAmt > '50.69'", ["100", "101", "102"]],
    ["WHERE TotalAmt > 50.7", []],
    ["WHERE CustomerRef = '2'", ["101"]],
    ["WHERE MetaData.LastUpdatedTime >= '2026-11-02T18:00:00Z'", ["100", "101", "102"]],
    ["WHERE MetaData.CreateTime < '2026-11-02T09:59:59-08:00'", []],
    ["ORDERBY TxnDate", ["100", "102", "101"]],
    ["ORDERBY TxnDate DESC", ["101", "102", "100"]],
    ["ORDER BY TotalAmt ASC, DocNumber DESC", ["102", "101", "100"]],
    ["MAXRESULTS 1 STARTPOSITION 2", ["101"]],
    ["STARTPOSITION 3 MAXRESULTS 10", ["102"]],
    ["STARTPOSITION 4", []],
  ])("answers %s", async (rest, expected) => {
    if (expected === "refused") expect(codeOf(await company.call("GET", `/query?query=${encodeURIComponent(`select * from Invoice ${rest}`)}`))).toBe("4001");
    else expect(await numbers(rest)).toEqual(expected);
  });

  it.each([
    ["DisplayName = 'O\\'Hara'", "O'Hara"],
    ["DisplayName = 'Back\\\\slash'", "Back\\slash"],
    ["DisplayName LIKE '%cotton'", "100% Cotton"],
    ["DisplayName LIKE 'Zo_'", undefined],
  ])("finds a customer by %s", async (where, name) => {
    const [first] = objectsOf(await company.query(`select * from customer where ${where}`), "Customer");
    expect(first?.DisplayName).toBe(name);
  });

  it("counts", async () => {
    expect(await company.query("SELECT COUNT(*) FROM Customer")).toEqual({ totalCount: 5 });
  });

  it("says from where and how many", async () => {
    expect(await company.query("select * from Customer startposition 2 maxresults 2")).toMatchObject({ startPosition: 2, maxResults: 2 });
  });

  it("is also taken as the body of a POST", async () => {
    const response = await fetch(`${company.quickbooks.origin}/v3/company/${company.realmId}/query`, {
      method: "POST",
      headers: { authorization: `Bearer ${company.accessToken}`, "content-type": "application/text" },
      body: "select count(*) from Item",
    });
    expect(await response.json()).toMatchObject({ QueryResponse: { totalCount: 2 } });
  });

  it.each([
    ["select * from Nothing", "4001"],
    ["select * from Invoice where PrivateNote = 'x'", "4001"],
    ["select * from Invoice where Line = 'x'", "4001"],
    ["select * from Invoice where DocNumber = '1' or DocNumber = '2'", "4000"],
    ["select * from Invoice where DocNumber = 'unclosed\\'", "4000"],
    ["select * from Invoice where DocNumber", "4000"],
    ["select * from Invoice maxresults x", "4000"],
    ["select * from Invoice maxresults 1001", "4001"],
    ["drop table Invoice", "4000"],
    ["", "2020"],
  ])("refuses %s with %s", async (query, code) => {
    expect(codeOf(await company.call("GET", `/query?query=${encodeURIComponent(query)}`))).toBe(code);
  });

  it("returns 100 rows unless told", () => {
    expect(parseQuery("select * from Customer")).toEqual({
      entity: "Customer",
      counts: false,
      where: [],
      orderBy: [],
      startPosition: 1,
      maxResults: 100,
    });
  });
});
