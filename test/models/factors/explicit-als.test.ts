import { ExplicitAls } from "../../../src/models/factors/explicit-als.js";
import { conformance } from "../contract/conformance.js";

conformance(new ExplicitAls({ factors: 3, iterations: 3 }));
conformance(new ExplicitAls({ factors: 2, iterations: 2, biased: false, regularization: 0 }));
