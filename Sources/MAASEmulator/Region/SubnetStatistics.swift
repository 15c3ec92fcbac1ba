import Addresses
import Formats

/// Figures about a subnet's addresses (MAAS: `IPRangeStatistics`).
struct SubnetStatistics {
    private let spans: [IPSpan]
    private var available: UInt128 = 0
    private var largest: UInt128 = 0
    private var unavailable: UInt128 = 0

    init(_ everything: IPSpanSet) {
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

    private var total: UInt128 { available &+ unavailable }

    private func includes(_ purpose: String) -> Bool { spans.contains { $0.purposes.contains(purpose) } }

    /// The first free address, or the last, or the first that is free at all; the router anycast address for IPv6.
    var suggestedGateway: IPAddress? {
        guard !includes("gateway-ip"), let first = spans.first, let last = spans.last else { return nil }
        if first.first.family == .v6 { return total <= 2 ? nil : first.first.predecessor }
        if first.purposes.contains("unused") { return first.first }
        if last.purposes.contains("unused") { return last.last }
        return spans.first { $0.purposes.contains("unused") }?.first
    }

    /// The end of the largest free run: a quarter of the subnet at most, and at most half of what is free.
    var suggestedRange: IPSpan? {
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

    func write(into json: inout JSONWriter, withRanges: Bool, withSuggestions: Bool) {
        let share = total == 0 ? 0 : Double(unavailable) / Double(total)
        let rest = total == 0 ? 0 : Double(available) / Double(total)
        json.object { json in
            for (key, number) in [
                ("num_available", available), ("largest_available", largest), ("num_unavailable", unavailable),
                ("total_addresses", total),
            ] {
                json.key(key)
                json.raw(String(number))
            }
            json.field("usage", share)
            json.field("usage_string", "\(Int((100 * share).rounded(.toNearestOrEven)))%")
            json.field("available_string", "\(Int((100 * rest).rounded(.toNearestOrEven)))%")
            json.field("first_address", spans.first?.first.description)
            json.field("last_address", spans.last?.last.description)
            json.field("ip_version", spans.first?.first.family.rawValue)
            if withRanges { json.array("ranges", of: spans) { $1.write(into: &$0) } }
            if withSuggestions {
                json.field("suggested_gateway", suggestedGateway?.description)
                json.key("suggested_dynamic_range")
                if let suggestedRange { suggestedRange.write(into: &json) } else { json.null() }
            }
        }
    }
}
