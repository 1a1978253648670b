/**
 * A MovieLens data set.
 *
 * @typedef {object} Dataset
 * @property {string} name of the data set, its folder and its zip
 * @property {number} ratings number of ratings
 * @property {string[]} files the files that `loadDataset` reads; a folder with all of them is
 *   complete
 * @property {{ bytes: number, md5: string }} [zip] the download from GroupLens; without it, the
 *   data set is part of this repository
 * @property {Record<string, string>} [sha256] of the files to take from a zip that is not
 *   GroupLens' own
 * @property {boolean} [passable] whether it may be redistributed under the same conditions
 */

const hundredThousand = ["u.data", "u.item", "u.user"];
const oneMillion = ["ratings.dat", "movies.dat", "users.dat"];
const tenMillion = ["ratings.dat", "movies.dat"];
const csv = ["ratings.csv", "movies.csv"];

/**
 * The data set of this repository and the stable ones of GroupLens, which never change. The MD5
 * sums are those that GroupLens publishes beside each zip. They detect damage, but not attacks,
 * against which https protects.
 *
 * @type {readonly Dataset[]}
 */
export const CATALOGUE = [
  { name: "ml-latest-small", ratings: 100_836, files: csv, passable: true },
  {
    name: "ml-100k",
    ratings: 100_000,
    files: hundredThousand,
    zip: { bytes: 4_924_029, md5: "0e33842e24a9c977be4e0107933c0723" },
    sha256: {
      README: "4883b8cf340ed0059971b33f56ad3adc88a40792108ebca3d24aafc4c82e8b52",
      "u.data": "06416e597f82b7342361e41163890c81036900f418ad91315590814211dca490",
      "u.genre": "9757e0d3e6b298159a80dd48eaf938114690e911e39af97a76949ef1663610bb",
      "u.info": "5b0a40b2e47a729ee6203063f6dcf8790c2e63f5a18663e6ee318a72c5f3c27b",
      "u.item": "553841ebc7de3a0fd0d6b62a204ea30c1e651aacfb2814c7a6584ac52f2c5701",
      "u.occupation": "cd5fbec9afe345d993a62fc7817df1a4a9079c4feb267b3118763b8fd942137d",
      "u.user": "f120e114da2e8cf314fd28f99417c94ae9ddf1cb6db8ce0e4b5995d40e90e62c",
      "u1.base": "ce253ec86c448b44fb3ba9a30d12dcfc2e9210cbde71efada3730c22e9ac212a",
      "u1.test": "18c6014a4b2c7324f250a63f8904a7b16b2b19f911129e346141507b0cbac950",
      "u2.base": "6c06f0b5df4b256da1a994f3ac66edc8da4d3f09bc9282df6b14d893366d703e",
      "u2.test": "4de658d1e04ed9104629509a2e2528fce833ac8e048280183f1df167632038c3",
      "u3.base": "afdc155c291c6edc41c0407e39d7462eb98d341e064f0b0a12175b80b3c4af5d",
      "u3.test": "0f548b51c78327de4c156461d3e430b7e5579fe2b5681586a59416e48fd35f6d",
      "u4.base": "219f0f4d40dfe9c5141d425f53fa91ee23ed275f14e280bbf1b50117afb064ca",
      "u4.test": "7c02ad0a1e7ab1083c8b9d4b627203a051dd7b5eab46d99fa44de33470de8db9",
      "u5.base": "a9574e59ce961eec2121627760b6e9b0974ce1637b3fe69ac32cb14a4bfab485",
      "u5.test": "351cc52e0d15b6c721466276fc24671d40936899e3d01fadeaf312915b8c5634",
      "ua.base": "67b5bcdb380c29f85d56a012ecd88612ae020f30a6730d117a334ee8203b91f2",
      "ua.test": "d0497e202417720f57a184ec8c66be2d1afa4ff41bb53787c57b28d6bf79bc42",
      "ub.base": "237254d253b6ad7de84f919d041055428646254f34ed8f562703c899430cd881",
      "ub.test": "d54a72d05730d5892062734b2bec73e976f9b713d18c828a18b968d6cce442da",
    },
  },
  {
    name: "ml-1m",
    ratings: 1_000_209,
    files: oneMillion,
    zip: { bytes: 5_917_549, md5: "c4d9eecfca2ab87c1945afe126590906" },
  },
  {
    name: "ml-10m",
    ratings: 10_000_054,
    files: tenMillion,
    zip: { bytes: 65_566_137, md5: "ce571fd55effeba0271552578f2648bd" },
  },
  {
    name: "ml-20m",
    ratings: 20_000_263,
    files: csv,
    zip: { bytes: 198_702_078, md5: "cd245b17a1ae2cc31bb14903e1204af3" },
  },
  {
    name: "ml-25m",
    ratings: 25_000_095,
    files: csv,
    zip: { bytes: 261_978_986, md5: "6b51fb2759a8657d3bfcbfc42b592ada" },
  },
  {
    name: "ml-32m",
    ratings: 32_000_204,
    files: csv,
    zip: { bytes: 238_950_008, md5: "d472be332d4daa821edc399621853b57" },
    passable: true,
  },
];
