/** A state's weight in making common rules; weight, rule-making and development 0..1. [model D.3 step 5] */
export function ruleWeight(weight: number, rulemaking: number, development: number): number {
  return weight * (0.4 + 0.6 * rulemaking) * (0.5 + 0.5 * development);
}
