/**
 * Whether a URL is on this machine: `localhost`, 127.0.0.0/8 (RFC 1122 §3.2.1.3) also as an IPv6
 * address (RFC 4291 §2.5.5.2), and ::1. The URL parser normalises each: 127.1 and 0x7f000001 become
 * 127.0.0.1. What only reaches this machine on some systems (0.0.0.0, ::, names below
 * localhost) is not.
 */
export function isLoopback(url: string): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\]|\[::ffff:7f[0-9a-f]{2}:[0-9a-f]{1,4}\])$/.test(
    new URL(url).hostname,
  );
}
