import { expect, test } from "vitest";
import { FunkSvd } from "../../src/models/factors/funk-svd.js";
import { RandomWalk } from "../../src/models/item-weights/random-walk.js";
import { ItemKnn } from "../../src/models/neighbors/item-knn.js";
import { BoostedTrees } from "../../src/models/trees/boosted-trees.js";
import { PEER_NAMES } from "../../src/settings/peer-names.js";
import { settingAdvice } from "../../src/settings/setting-advice.js";
import { unknownSetting, useSettingAdvice } from "../../src/settings/unknown-setting.js";
import { modelClasses } from "../house/model-classes.js";
import "../../src/settings/give-setting-advice.js";

test.each([
  [() => new ItemKnn({ k: 20 } as object), 'ItemKnn has no setting "k"; it is called neighbors here'],
  [
    () => new ItemKnn({ min_k: 2 } as object),
    'ItemKnn has no setting "min_k"; it is called minNeighbors here',
  ],
  [
    () => new FunkSvd({ n_factors: 20 } as object),
    'FunkSvd has no setting "n_factors"; it is called factors here',
  ],
  [
    () => new FunkSvd({ lr_all: 1 } as object),
    'FunkSvd has no setting "lr_all"; it is called learningRate here',
  ],
  [() => new FunkSvd({ factor: 10 } as object), 'FunkSvd has no setting "factor"; did you mean factors?'],
  [
    () => new BoostedTrees({ n_estimators: 10 } as object),
    'BoostedTrees has no setting "n_estimators"; it is called trees here',
  ],
  [
    () => new RandomWalk({ popularityPower: 1 } as object),
    'RandomWalk has no setting "popularityPower"; it is called popularityPenalty here',
  ],
])("%s names the right setting", (make, message) => {
  expect(make).toThrow(new RangeError(message));
});

test("every word of the peers leads to a setting that some model has", () => {
  const known = new Set(modelClasses.flatMap(([, Model]) => Object.keys(fieldsOf(Model))));
  for (const [peer, ours] of Object.entries(PEER_NAMES)) {
    expect(peer).toMatch(/^[a-z0-9]+$/);
    for (const name of ours) expect([...known, "count"], peer).toContain(name);
  }
});

function fieldsOf(Model: unknown): object {
  return (Model as { settings?: { fields: object } }).settings?.fields ?? {};
}

test("without advice, as in a page's bundle, the error lists all settings", async () => {
  useSettingAdvice(() => undefined);
  expect(unknownSetting("Toy", "k", ["neighbors", "seed"]).message).toBe(
    'Toy has no setting "k"; its settings are neighbors, seed',
  );
  expect(unknownSetting("Toy", "k", []).message).toBe('Toy has no setting "k"; it has none');
  useSettingAdvice(settingAdvice);
});
