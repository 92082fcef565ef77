import { InvalidArgumentError } from "commander";

/** Reads a whole number of an option. @throws InvalidArgumentError, which commander shows in one line */
export function wholeNumber(min: number, max = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!/^\d+$/.test(text) || number < min || number > max) {
      const range = max === Number.MAX_SAFE_INTEGER ? `${min} or more` : `${min} to ${max}`;
      throw new InvalidArgumentError(`not a whole number of ${range}`);
    }
    return number;
  };
}
