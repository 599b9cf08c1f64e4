/** Regular expressions that make backtracking engines stop (collected from published reports: OWASP, CVEs of validators and parsers, textbooks), and texts that they stop on. */
export const HOSTILE_PATTERNS: readonly string[] = [
  "(a+)+$", "(a+)+b", "([a-zA-Z]+)*$", "(a|aa)+$", "(a|a?)+$", "(.*a){10}$", "(.*a){20}$", "(a*)*b", "(a*)+b", "(a?){40}a{40}",
  "^(([a-z])+.)+[A-Z]([a-z])+$", "^(a|a)*$", "(x+x+)+y", "(x*)*y", "(x+)*y", "^(.+)+$", "^(\\w+\\s?)*$", "^(\\d+)*$", "^(\\d+\\.?)+$", "^([0-9]+)*;$",
  "(\\s*\\w+\\s*)+!", "\\s+$", "\\s*,\\s*$", "^\\s*(.*?)\\s*$", "(\\r\\n|\\n|\\r)+$", "^(?:(?:a|b)+)+c$", "(ab|a)(bc|c)?$", "(.+)*x", "(.*)(.*)(.*)(.*)(.*)x", "(.*)*x",
  "^([a-zA-Z0-9])(([\\-.]|[_]+)?([a-zA-Z0-9]+))*(@){1}[a-z0-9]+[.]{1}(([a-z]{2,3})|([a-z]{2,3}[.]{1}[a-z]{2,3}))$",
  "^[a-zA-Z0-9_.+-]+@([a-zA-Z0-9-]+\\.)+[a-zA-Z]{2,}$", "^([\\w-]+(?:\\.[\\w-]+)*)@((?:[\\w-]+\\.)*\\w[\\w-]{0,66})\\.([a-z]{2,6}(?:\\.[a-z]{2})?)$",
  "(?:[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*)@", "^(https?://)?([\\da-z.-]+)\\.([a-z.]{2,6})([/\\w .-]*)*/?$", "^(([^:/?#]+):)?(//([^/?#]*))?([^?#]*)(\\?([^#]*))?(#(.*))?$",
  "<([a-z]+)([^<]+)*(?:>(.*)</[a-z]+>|\\s+/>)", "<!--([\\s\\S]*?)*-->", "/\\*(.|\\n)*?\\*/", "\"(\\\\.|[^\"])*\"", "'(?:[^'\\\\]|\\\\.)*'", "^(\\(|\\)|[^()])*$",
  "^\\$?(\\d{1,3},?(\\d{3},?)*\\d{3}(.\\d{0,3})?|\\d{1,3}(.\\d{2})?)$", "^(0|[1-9]\\d*)(\\.\\d+)*$", "^(\\d|\\d\\d)+x$", "([\\w.]+)+@", "^[\\s\\u200c]+|[\\s\\u200c]+$", "(?:.*,){11}P", "^(.*?,){11}P",
  "x*x*x*x*x*x*x*x*y", "(a+a+)+$", "((a+)+)+$", "(((a*)*)*)*b", "^(a+){10}$", "(a{1,10}){1,10}b", "(\\w*)*\\d", "(\\w+)+\\W", "^(?:\\w+\\W?)+$", "(\\S+\\s*)+#", "(b+a*)+c", "([^a]*a)*b",
  "(.|\\s)*z", "(?:x|y|xy)*z", "^((ab)*)+$", "(0+1*)+2", "(=|!=|==)*;", "(%[0-9a-f]{2})*z", "^(\\w{1,2}\\w{1,2})+-$", "(a+)(b+)?(a+)?(b+)?c",
];

const SIZE = 100_000;
const filled = (piece: string, end: string): string => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE - end.length) + end;

/** 100 kB each: what the pattern is made of without what would end it, and texts that fit most of the collection. */
export function hostileTexts(pattern: string): string[] {
  const own = [...new Set(pattern.replace(/\\./g, "").match(/[a-z0-9]/gi) ?? ["a"])].slice(0, 2).join("").toLowerCase() || "a";
  return [filled("a", "!"), filled(own, "~"), filled(" ", "\u0001"), filled("a b,", "!"), filled("0", ""), filled("a.a@", "!")];
}
