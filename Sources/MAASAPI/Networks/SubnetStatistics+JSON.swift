import Formats
import MAASRegion

extension SubnetStatistics {
    package func write(into json: inout JSONWriter, withRanges: Bool, withSuggestions: Bool) {
        let share = total == 0 ? 0 : Double(unavailable) / Double(total)
        let rest = total == 0 ? 0 : Double(available) / Double(total)
        json.object { json in
            for (key, number) in [
                ("num_available", available), ("largest_available", largest), ("num_unavailable", unavailable),
                ("total_addresses", total),
            ] {
                json.key(named: key)
                json.raw(token: String(number))
            }
            json.field("usage", share)
            json.field("usage_string", "\(Int(saturating: (100 * share).rounded(.toNearestOrEven)))%")
            json.field("available_string", "\(Int(saturating: (100 * rest).rounded(.toNearestOrEven)))%")
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
