/// SHA-256 of bytes that come in pieces (FIPS 180-4).
///
/// What has been hashed so far is a value of 105 bytes that can be stored and taken up again: an upload in pieces goes
/// on after a restart, and no piece costs more than another. The C library's own state cannot leave its process.
package struct SHA256: Equatable {
    private var state: [UInt32] = [
        0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
    ]
    /// What does not fill a block yet.
    private var rest: [UInt8] = []
    /// Bytes hashed, with those of `rest`.
    private var count: UInt64 = 0

    package init() {}

    /// Takes up what `stored` gave.
    /// - Returns: `nil` for bytes that are no such state.
    package init?(stored: [UInt8]) {
        guard stored.count >= 40, stored.count < 40 + 64 else { return nil }
        for index in 0..<8 {
            state[index] = stored[index * 4..<index * 4 + 4].reduce(0) { $0 << 8 | UInt32($1) }
        }
        count = stored[32..<40].reduce(0) { $0 << 8 | UInt64($1) }
        rest = Array(stored[40...])
        guard Int(count % 64) == rest.count else { return nil }
    }

    /// The state, to be taken up later.
    package var stored: [UInt8] { state.flatMap(Self.bytes) + Self.bytes(count) + rest }

    /// Hashes further bytes.
    package mutating func update(_ bytes: some Collection<UInt8>) {
        count += UInt64(bytes.count)
        let whole: Void? = bytes.withContiguousStorageIfAvailable { update(contiguous: $0) }
        if whole == nil { Array(bytes).withUnsafeBufferPointer { update(contiguous: $0) } }
    }

    private mutating func update(contiguous bytes: UnsafeBufferPointer<UInt8>) {
        var next = 0
        if !rest.isEmpty {
            next = min(64 - rest.count, bytes.count)
            rest.append(contentsOf: bytes[..<next])
            guard rest.count == 64 else { return }
            let block = rest
            block.withUnsafeBufferPointer { compress($0, at: 0) }
            rest.removeAll()
        }
        while next + 64 <= bytes.count {
            compress(bytes, at: next)
            next += 64
        }
        rest.append(contentsOf: bytes[next...])
    }

    /// The hash of everything so far, as hexadecimal digits.
    package var hexDigest: String {
        var last = self
        let zeros = (119 - rest.count) % 64
        last.update([0x80] + [UInt8](repeating: 0, count: zeros) + Self.bytes(count &* 8))
        return last.state.flatMap(Self.bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// The hash of bytes, as hexadecimal digits.
    package static func hexDigest(_ bytes: some Collection<UInt8>) -> String {
        var hash = SHA256()
        hash.update(bytes)
        return hash.hexDigest
    }

    private static func bytes(_ number: some FixedWidthInteger) -> [UInt8] {
        (0..<number.bitWidth / 8).reversed().map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }

    private mutating func compress(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { w in
            for index in 0..<16 {
                let at = start + index * 4
                w[index] =
                    UInt32(bytes[at]) << 24 | UInt32(bytes[at + 1]) << 16 | UInt32(bytes[at + 2]) << 8
                    | UInt32(bytes[at + 3])
            }
            for index in 16..<64 {
                let (a, b) = (w[index - 15], w[index - 2])
                let first = Self.rotate(a, 7) ^ Self.rotate(a, 18) ^ (a >> 3)
                let second = Self.rotate(b, 17) ^ Self.rotate(b, 19) ^ (b >> 10)
                w[index] = w[index - 16] &+ first &+ w[index - 7] &+ second
            }
            var (a, b, c, d) = (state[0], state[1], state[2], state[3])
            var (e, f, g, h) = (state[4], state[5], state[6], state[7])
            Self.constants.withUnsafeBufferPointer { k in
                for index in 0..<64 {
                    let sum1 = Self.rotate(e, 6) ^ Self.rotate(e, 11) ^ Self.rotate(e, 25)
                    let choice = (e & f) ^ (~e & g)
                    let t1 = h &+ sum1 &+ choice &+ k[index] &+ w[index]
                    let sum0 = Self.rotate(a, 2) ^ Self.rotate(a, 13) ^ Self.rotate(a, 22)
                    let majority = (a & b) ^ (a & c) ^ (b & c)
                    (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ sum0 &+ majority)
                }
            }
            for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
        }
    }

    @inline(__always) private static func rotate(_ word: UInt32, _ bits: UInt32) -> UInt32 {
        word >> bits | word << (32 &- bits)
    }

    /// The first 32 bits of the fractions of the cube roots of the first 64 primes.
    private static let constants: [UInt32] = [
        0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
        0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
        0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
        0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
        0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
        0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
        0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
        0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
    ]
}
