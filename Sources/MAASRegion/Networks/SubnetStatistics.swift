import Addresses
import Formats

/// Figures about a subnet's addresses (MAAS: `IPRangeStatistics`).
package struct SubnetStatistics {
    package let spans: [IPSpan]
    package private(set) var available: UInt128 = 0
    package private(set) var largest: UInt128 = 0
    package private(set) var unavailable: UInt128 = 0

    package init(_ everything: IPSpanSet) {
        spans = everything.spans
        for span in spans {
            let count = span.distance.addingReportingOverflow(1).partialValue
            if span.purposes.contains("unused") {
                available &+= count
                largest = max(largest, count)
            } else {
                unavailable &+= count
            }
        }
    }

    package var total: UInt128 { available &+ unavailable }

    func includes(_ purpose: String) -> Bool { spans.contains { $0.purposes.contains(purpose) } }

    /// The first free address, or the last, or the first that is free at all; the router anycast address for IPv6.
    package var suggestedGateway: IPAddress? {
        guard !includes("gateway-ip"), let first = spans.first, let last = spans.last else { return nil }
        if first.first.family == .v6 { return total <= 2 ? nil : first.first.predecessor }
        if first.purposes.contains("unused") { return first.first }
        if last.purposes.contains("unused") { return last.last }
        return spans.first { $0.purposes.contains("unused") }?.first
    }

    /// The end of the largest free run: a quarter of the subnet at most, and at most half of what is free.
    package var suggestedRange: IPSpan? {
        guard !includes("dynamic") else { return nil }
        let free = spans.filter { $0.purposes.contains("unused") }
        guard let biggest = free.max(by: { $0.distance < $1.distance })?.distance,
            let run = free.last(where: { $0.distance == biggest })
        else { return nil }
        var (first, last) = (run.first, run.last)
        if let gateway = suggestedGateway, run.contains(gateway) {
            if run.distance == 0 { return nil }
            if gateway == first {
                first = first.advanced(by: 1) ?? first
            } else {
                last = last.predecessor ?? last
            }
        }
        let (size, quarter, half) = (last.value - first.value + 1, total >> 2, available >> 1)
        if size > quarter {
            first = IPAddress(last.family, last.value - quarter)
        } else if size >= half {
            first = IPAddress(last.family, last.value - half + 1)
        }
        return first >= last ? nil : IPSpan(first, last, ["proposed-dynamic"])
    }
}
