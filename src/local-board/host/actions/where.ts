/**
 * `$where` of a custom action's predicate. Miro takes an expression in JavaScript; the board runs no code of an app, but
 * reads comparisons as people write them there, such as `this.width > this.height`: properties of the item, numbers,
 * texts, arithmetic, comparing, `&&`, `||`, `!` and brackets. Anything else is refused, with the place.
 *
 *   either := both ('||' both)*        both := not ('&&' not)*      not := '!' not | compared
 *   compared := sum (compare sum)?     sum := term (('+' | '-') term)*
 *   term := sign (('*' | '/' | '%') sign)*                          sign := '-' sign | single
 *   single := number | text | true | false | null | undefined | this ('.' name)* | '(' either ')'
 */
import { no } from '../payload.ts';

type Item = Readonly<Record<string, unknown>>;
type Read = (item: Item) => unknown;

/** Characters. */
const longest = 500;
const deepest = 50;

const token =
  /\s*(?:(\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([A-Za-z_$][\w$]*)|(===|!==|==|!=|<=|>=|&&|\|\||[<>!().+\-*/%]))/y;

const numbers =
  (of: (a: number, b: number) => unknown) =>
  (a: unknown, b: unknown): unknown =>
    typeof a === 'number' && typeof b === 'number' ? of(a, b) : Number.NaN;
const ordered =
  (of: (a: number | string, b: number | string) => boolean) =>
  (a: unknown, b: unknown): boolean =>
    (typeof a === 'number' && typeof b === 'number') || (typeof a === 'string' && typeof b === 'string')
      ? of(a, b)
      : false;
const alike = (a: unknown, b: unknown) => a === b || ((a ?? null) === null && (b ?? null) === null);

const operators: Readonly<Record<string, (a: unknown, b: unknown) => unknown>> = {
  '===': (a, b) => a === b,
  '!==': (a, b) => a !== b,
  '==': alike,
  '!=': (a, b) => !alike(a, b),
  '<': ordered((a, b) => a < b),
  '>': ordered((a, b) => a > b),
  '<=': ordered((a, b) => a <= b),
  '>=': ordered((a, b) => a >= b),
  '+': (a, b) => (typeof a === 'string' && typeof b === 'string' ? a + b : numbers((x, y) => x + y)(a, b)),
  '-': numbers((a, b) => a - b),
  '*': numbers((a, b) => a * b),
  '/': numbers((a, b) => a / b),
  '%': numbers((a, b) => a % b),
};
const words: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  undefined: undefined,
};

/** A property of the thing's own; nothing that every object has. */
function property(of: unknown, name: string): unknown {
  if (typeof of === 'string' || Array.isArray(of)) return name === 'length' ? of.length : undefined;
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Item)[name] : undefined;
}

interface Token {
  readonly text: string;
  readonly kind: 'number' | 'text' | 'name' | 'sign';
}

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  token.lastIndex = 0;
  const end = text.trimEnd().length;
  while (token.lastIndex < end) {
    const at = token.lastIndex;
    const [, number, quoted, name, sign] = token.exec(text) ?? [];
    if (number !== undefined) found.push({ kind: 'number', text: number });
    else if (quoted !== undefined) found.push({ kind: 'text', text: quoted });
    else if (name !== undefined) found.push({ kind: 'name', text: name });
    else if (sign !== undefined) found.push({ kind: 'sign', text: sign });
    else
      no(
        'input',
        `The board runs no code of an app: it reads comparisons in $where, but not "${text.slice(at, at + 20).trim()}".`,
      );
  }
  return found;
}

export function readWhere(given: unknown): (item: Item) => boolean {
  if (typeof given !== 'string' || given.length > longest)
    no('input', `$where is a comparison in at most ${longest} characters.`);
  const tokens = tokensOf(given.replace(/^\s*return\b/, '').replace(/;\s*$/, ''));
  let at = 0;
  let depth = 0;

  const stop = (): never => {
    const here = tokens[at]?.text ?? 'its end';
    return no(
      'input',
      `The board runs no code of an app: it reads comparisons in $where, but not "${here}".`,
    );
  };
  const take = (...signs: string[]): string | undefined => {
    const next = tokens[at];
    if (next?.kind !== 'sign' || !signs.includes(next.text)) return undefined;
    at += 1;
    return next.text;
  };
  const chain = (part: () => Read, ...signs: string[]): Read => {
    let left = part();
    for (let sign = take(...signs); sign !== undefined; sign = take(...signs)) {
      const [first, second, apply] = [left, part(), operators[sign] ?? stop];
      left = (item) => apply(first(item), second(item));
    }
    return left;
  };

  function single(): Read {
    const next = tokens[at];
    if (next?.kind === 'number' || next?.kind === 'text') {
      at += 1;
      const value =
        next.kind === 'number' ? Number(next.text) : next.text.slice(1, -1).replace(/\\(.)/g, '$1');
      return () => value;
    }
    if (next?.kind === 'name') {
      at += 1;
      if (Object.hasOwn(words, next.text)) return () => words[next.text];
      if (next.text !== 'this') {
        at -= 1;
        return stop();
      }
      const path: string[] = [];
      while (take('.')) {
        const name = tokens[at];
        if (name?.kind !== 'name') return stop();
        path.push(name.text);
        at += 1;
      }
      return (item) => path.reduce<unknown>(property, item);
    }
    if (!take('(')) return stop();
    const inner = either();
    if (!take(')')) return stop();
    return inner;
  }
  function sign(): Read {
    if (!take('-')) return single();
    const value = sign();
    return (item) => numbers((_, b) => -b)(0, value(item));
  }
  const term = () => chain(sign, '*', '/', '%');
  const sum = () => chain(term, '+', '-');
  function compared(): Read {
    const left = sum();
    const operator = take('===', '!==', '==', '!=', '<=', '>=', '<', '>');
    if (operator === undefined) return left;
    const [right, apply] = [sum(), operators[operator] ?? stop];
    return (item) => apply(left(item), right(item));
  }
  function not(): Read {
    if (!take('!')) return compared();
    const value = not();
    return (item) => !value(item);
  }
  function both(): Read {
    let left = not();
    while (take('&&')) {
      const [first, second] = [left, not()];
      left = (item) => Boolean(first(item)) && Boolean(second(item));
    }
    return left;
  }
  function either(): Read {
    depth += 1;
    if (depth > deepest) return no('input', '$where is nested too deeply.');
    let left = both();
    while (take('||')) {
      const [first, second] = [left, both()];
      left = (item) => Boolean(first(item)) || Boolean(second(item));
    }
    depth -= 1;
    return left;
  }

  const whole = either();
  if (at < tokens.length) stop();
  return (item) => Boolean(whole(item));
}
