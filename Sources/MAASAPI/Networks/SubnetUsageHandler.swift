import Addresses
import Formats
import MAASRegion

/// What a subnet says about its addresses.
enum SubnetUsageHandler {
    private static func usage(_ context: Context) throws -> SubnetUsage {
        try SubnetUsage(context.db, try SubnetsHandler.find(context))
    }

    package static func reserved(_ context: Context) throws -> Reply {
        let spans = try usage(context).inUse().spans
        return Reply.json { json in json.array(of: spans) { $1.write(into: &$0) } }
    }

    static func unreserved(_ context: Context) throws -> Reply {
        let spans = try usage(context).free()
        return Reply.json { json in json.array(of: spans) { $1.write(into: &$0, withPurpose: false) } }
    }

    static func statistics(_ context: Context) throws -> Reply {
        let usage = try usage(context)
        let flags = Form(context.query)
        let includesRanges = try flags.strictFlag("include_ranges", default: false)
        let includesSuggestions = try flags.strictFlag("include_suggestions", default: false)
        let statistics = SubnetStatistics(try usage.everything())
        return Reply.json {
            statistics.write(into: &$0, withRanges: includesRanges, withSuggestions: includesSuggestions)
        }
    }

    package static func addresses(_ context: Context) throws -> Reply {
        let subnet = try SubnetsHandler.find(context)
        let flags = Form(context.query)
        let withUser = try flags.strictFlag("with_username", default: true)
        var withSummary = try flags.strictFlag("with_summary", default: true)
        if try !flags.strictFlag("with_node_summary", default: true) { withSummary = false }
        let network = IPNetwork(subnet.cidr)
        let powered = try PowerAddress.all(context.db).filter { network?.contains($0.address) ?? false }
        var held = try HeldAddress.all(context.db, subnet: subnet.id).compactMap { row in
            IPAddress(row.ip).map { (address: $0, row: row) }
        }
        var known = Set(held.map(\.address))
        for power in powered where known.insert(power.address).inserted {
            held.append((power.address, HeldAddress(of: power, subnet: subnet.id)))
        }
        held.sort { $0.address < $1.address }
        let details = try AddressSummaries(context.db, held.map(\.row))
        let powers = Dictionary(grouping: powered, by: \.address)
        return Reply.json { json in
            json.array(of: held) { json, entry in
                entry.row.writeSummary(
                    details, into: &json, withUser: withUser, withSummary: withSummary,
                    powers: powers[entry.address] ?? [])
            }
        }
    }
}

extension IPSpan {
    package func write(into json: inout JSONWriter, withPurpose: Bool = true) {
        json.object { json in
            json.field("start", first.description)
            json.field("end", last.description)
            json.key("num_addresses")
            json.raw(token: countText)
            if withPurpose { json.field("purpose", purposes.sorted()) }
        }
    }
}
