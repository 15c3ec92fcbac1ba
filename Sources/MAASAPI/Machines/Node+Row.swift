import Formats
import MAASRegion
import SQLite

extension Node {
    /// The node as MAAS shows it inside a DHCP snippet, where nothing says which of its fields are to be seen: the
    /// columns of its row.
    ///
    /// - Throws: `Refusal` for a node that scripts have run on: MAAS fails at writing their results there.
    func writeRow(_ state: RegionState, into json: inout JSONWriter) throws {
        let db = state.db
        if commissioningResultID != nil || testingResultID != nil || installationResultID != nil {
            throw Refusal.unexpected("'ScriptSet' object has no attribute 'filters'")
        }
        let times = try times(db)
        try json.object { json in
            let isZoned = state.version.has(.zonedTimes)
            json.field("created", times.map { Timestamp.iso($0.created, zoned: isZoned) })
            json.field("updated", times.map { Timestamp.iso($0.updated, zoned: isZoned) })
            try writeIdentity(db, into: &json)
            writeState(state.version, into: &json)
            json.field("resource_uri", "\(Dispatch.root)nodes/\(systemID)/")
        }
    }

    private func writeIdentity(_ db: Connection, into json: inout JSONWriter) throws {
        json.field("hardware_uuid", hardwareUUID)
        json.field("hostname", hostname)
        json.field("description", description)
        json.key("pool")
        if let pool = try poolID.flatMap({ try ResourcePool.find(db, id: $0) }) {
            pool.write(into: &json)
        } else {
            json.null()
        }
        json.key("domain")
        if let domain = try Domain.find(db, id: domainID) { domain.write(into: &json) } else { json.null() }
        json.key("zone")
        if let zone = try Zone.find(db, id: zoneID) { zone.write(into: &json) } else { json.null() }
        json.field("node_type", kind.rawValue)
        json.field("owner", ownerName)
    }

    private func writeState(_ version: MAASVersion, into json: inout JSONWriter) {
        json.field("address_ttl", addressTTL)
        json.field("status", status.rawValue)
        json.field("previous_status", previousStatus.rawValue)
        json.field("bios_boot_method", biosBootMethod)
        json.field("osystem", osystem)
        json.field("distro_series", distroSeries)
        json.field("architecture", kind == .device ? nil : architecture)
        json.field("min_hwe_kernel", minHWEKernel)
        json.field("hwe_kernel", hweKernel)
        json.field("agent_name", agentName)
        json.field("error_description", errorDescription)
        json.field("cpu_count", cpuCount)
        json.field("cpu_speed", cpuSpeed)
        json.field("memory", memory)
        json.field("swap_size", swapSize)
        json.field("power_state", powerState.rawValue)
        json.field("netboot", netboot)
        json.field("ephemeral_deploy", ephemeralDeploy)
        if version.has(.kernelCrashDumps) { json.field("enable_kernel_crash_dump", enableKernelCrashDump) }
        if version.has(.dpus) { json.field("is_dpu", isDPU) }
        json.field("dynamic", isDynamic)
        json.field("locked", locked)
        json.field("enable_hw_sync", enableHWSync)
    }
}
