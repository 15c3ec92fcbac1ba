import Formats
import SQLite

extension Node {
    /// What a request changes in a node's row; what is `nil` or absent stays as it is.
    package struct Changes {
        package var hostname: String?
        package var description: String?
        package var domainID: Int?
        package var zoneID: Int?
        package var poolID: Int?
        package var architecture: String?
        package var cpuCount: Int?
        /// MiB
        package var memory: Int?
        /// Bytes.
        package var swapSize: Int?
        package var isDPU: Bool?
        package var ephemeralDeploy: Bool?
        package var enableKernelCrashDump: Bool?
        /// Whether it reports its hardware; how often it does stays as it was when that is taken back.
        package var enableHWSync: Bool?
        package var osystem: String?
        package var distroSeries: String?
        /// An empty one takes the kernel away.
        package var hweKernel = FormField<String>.absent
        package var minHWEKernel: String?
        /// The machine that a device belongs to; an empty one makes it stand alone.
        package var parentID = FormField<Int>.absent
        package var licenseKey: String?

        package init() {}
    }

    /// Writes what was changed, and that it was changed now.
    package func apply(_ changes: Changes, _ state: RegionState) throws {
        let isNewlyReporting = changes.enableHWSync == true && syncInterval == nil
        let interval = isNewlyReporting ? try HardwareSync.interval(state) : nil
        let kept: [(column: String, value: (any SQLBindable)?)] = [
            ("hostname", changes.hostname), ("description", changes.description), ("domain_id", changes.domainID),
            ("zone_id", changes.zoneID), ("pool_id", changes.poolID), ("architecture", changes.architecture),
            ("cpu_count", changes.cpuCount), ("memory", changes.memory), ("swap_size", changes.swapSize),
            ("is_dpu", changes.isDPU), ("ephemeral_deploy", changes.ephemeralDeploy),
            ("enable_kernel_crash_dump", changes.enableKernelCrashDump), ("osystem", changes.osystem),
            ("enable_hw_sync", changes.enableHWSync), ("sync_interval", interval),
            ("distro_series", changes.distroSeries), ("min_hwe_kernel", changes.minHWEKernel),
            ("license_key", changes.licenseKey),
        ]
        // One text for every change, so that the statement is prepared once.
        let assignments = kept.map { "\($0.column) = COALESCE(?, \($0.column))" }.joined(separator: ", ")
        let (kernel, parent) = (changes.hweKernel, changes.parentID)
        try state.db.execute(
            "UPDATE nodes SET \(assignments), hwe_kernel = IIF(?, ?, hwe_kernel), parent_id = IIF(?, ?, parent_id), "
                + "updated = ? WHERE id = ?",
            arguments: kept.map(\.value)
                + [kernel.isSent, kernel.value, parent.isSent, parent.value, try state.now, id])
    }
}
