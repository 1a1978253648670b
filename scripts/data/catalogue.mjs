/**
 * A data set of MovieLens.
 *
 * @typedef {object} Dataset
 * @property {string} name also of its folder and its zip
 * @property {number} ratings how many
 * @property {string[]} files what `loadDataset` reads; a folder that has them all is whole
 * @property {{ bytes: number, md5: string }} [zip] what GroupLens offers for download; without it, the set is part of
 *   this repository
 * @property {Record<string, string>} [sha256] of files in the zip: a zip of them that somebody made anew is as good
 * @property {boolean} [passable] whether it may be passed on under the same conditions
 */

const hundredThousand = ["u.data", "u.item", "u.user"];
const oneMillion = ["ratings.dat", "movies.dat", "users.dat"];
const tenMillion = ["ratings.dat", "movies.dat"];
const csv = ["ratings.csv", "movies.csv"];

/**
 * The set of this repository and the stable sets of GroupLens, which never change. The MD5 sums are those that
 * GroupLens publishes beside each zip: they find damage, not malice, against which only https guards.
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
      "u.data": "06416e597f82b7342361e41163890c81036900f418ad91315590814211dca490",
      "u.item": "553841ebc7de3a0fd0d6b62a204ea30c1e651aacfb2814c7a6584ac52f2c5701",
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
