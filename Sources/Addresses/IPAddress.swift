/// An IPv4 or IPv6 address. Addresses are ordered by family, then by value.
package struct IPAddress: Hashable, Sendable {
    package enum Family: Int, Sendable {
        case v4 = 4
        case v6 = 6

        /// The number of bits of an address.
        var width: Int { self == .v4 ? 32 : 128 }

        /// The greatest value of an address.
        package var maximum: UInt128 { self == .v4 ? UInt128(UInt32.max) : .max }
    }

    package let family: Family
    package let value: UInt128

    /// - Precondition: `value` fits the family.
    package init(_ family: Family, _ value: UInt128) {
        precondition(value <= family.maximum)
        self.family = family
        self.value = value
    }

    /// The address so many after this one; `nil` past the end of the address space.
    package func advanced(by distance: UInt128) -> IPAddress? {
        let (sum, overflow) = value.addingReportingOverflow(distance)
        return overflow || sum > family.maximum ? nil : IPAddress(family, sum)
    }

    /// The address right before this one; `nil` for the first of all.
    package var predecessor: IPAddress? { value == 0 ? nil : IPAddress(family, value - 1) }

    /// Whether it is in `fe80::/10`, or in `169.254.0.0/16` for IPv4.
    package var isLinkLocal: Bool {
        family == .v4 ? value >> 16 == 0xA9FE : value >> 118 == 0x3FA
    }
}

extension IPAddress: Comparable {
    package static func < (left: IPAddress, right: IPAddress) -> Bool {
        (left.family.rawValue, left.value) < (right.family.rawValue, right.value)
    }
}
