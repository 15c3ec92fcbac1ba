import Addresses
import Formats
import SQLite

/// Administrators are told of subnets that are about to have no free address left
/// (`Subnet.update_allocation_notification`).
package enum SubnetExhaustion {
    /// Looks at the subnets whose addresses or ranges were written since it was last asked.
    package static func notify(_ state: RegionState) throws {
        let db = state.db
        let ids: [Int] = try db.query("SELECT subnet_id FROM changed_subnets ORDER BY subnet_id") { try $0[0] }
        guard !ids.isEmpty else { return }
        try forget(db)
        let setting = try Configuration.value("subnet_ip_exhaustion_threshold_count", state)?.integer ?? 0
        for id in ids { try notify(db, id, threshold: UInt128(clamping: setting)) }
    }

    /// Passes over what was written so far, as of a region that an inventory has just made.
    package static func forget(_ db: Connection) throws { try db.execute("DELETE FROM changed_subnets") }

    private static func notify(_ db: Connection, _ id: Int, threshold: UInt128) throws {
        let ident = "ip_exhaustion__subnet_\(id)"
        let known = try Notification.find(db, ident: ident)
        guard let subnet = try Subnet.find(db, id: id),
            let message = try message(SubnetUsage(db, subnet), threshold: threshold)
        else {
            try known?.delete(db)
            return
        }
        let values = Notification.Values(
            ident: ident, userID: nil, users: false, admins: true, message: message, context: .object([:]),
            category: "warning", dismissable: true)
        // Who has dismissed it does not see it again for being worse.
        if let known {
            try known.update(db, values)
        } else {
            _ = try Notification.insert(db, values)
        }
    }

    /// What is to be said; `nil` where enough is free, and of subnets so small that few addresses are usual.
    private static func message(_ usage: SubnetUsage, threshold: UInt128) throws -> String? {
        guard threshold > 0, try mayBeExhausted(usage, threshold: threshold) else { return nil }
        let statistics = SubnetStatistics(try usage.everything())
        guard statistics.available <= threshold, threshold * 3 <= statistics.total else { return nil }
        let (name, cidr) = (usage.subnet.name, usage.subnet.cidr)
        let label = name.contains(cidr) ? name : "\(name) (\(cidr))"
        let share = Double(statistics.unavailable) / Double(statistics.total)
        let used = Int(saturating: (100 * share).rounded(.toNearestOrEven))
        return "IP address exhaustion imminent on subnet: \(label). There are \(statistics.available) free addresses "
            + "out of \(statistics.total) (\(used)% used)."
    }

    /// Counts what is taken without looking at where it lies: what counts twice only makes it look fuller.
    private static func mayBeExhausted(_ usage: SubnetUsage, threshold: UInt128) throws -> Bool {
        let single: Int =
            try usage.db.scalar(
                """
                SELECT (SELECT COUNT(*) FROM ip_addresses WHERE subnet_id = ?1 AND ip IS NOT NULL)
                    + (SELECT COUNT(*) FROM bmcs) + (SELECT COUNT(*) FROM static_routes WHERE source_id = ?1)
                """, usage.subnet.id) ?? 0
        var taken = UInt128(single + usage.subnet.dnsServers.strings.count + 1)
        for range in try usage.ranges() { taken = taken.addingReportingOverflow(range.distance).partialValue &+ 1 }
        if usage.network.family == .v6 { taken = taken &+ 0xFFFF_FFFF }
        let (free, isOver) = (usage.network.hosts.distance).subtractingReportingOverflow(taken)
        return isOver || free <= threshold
    }
}
