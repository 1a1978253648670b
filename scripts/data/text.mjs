/** @param {number} bytes @returns {string} "4.9 MB", "262 MB", "850 kB" */
export function sizeText(bytes) {
  const megabytes = bytes / 1e6;
  if (megabytes < 1) return `${Math.ceil(bytes / 1000)} kB`;
  return `${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB`;
}

/** @param {number} seconds @returns {string} "3 s", "2 min 10 s", "1 h 5 min" */
export function durationText(seconds) {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
