import SQLite

/// Deployed machines that report their hardware again and again.
package enum HardwareSync {
    /// What is said of systems that cannot.
    package static let unsupported = "Hardware sync is only supported for Linux based image deploys."

    /// Whether an operating system can report.
    package static func isSupported(by osystem: String) -> Bool {
        ["ubuntu", "centos", "rhel", "ol", "custom"].contains(osystem)
    }

    /// Seconds that `hardware_sync_interval` spells, such as `15m` or `1h 30m`
    /// (`systemd_interval_to_seconds`).
    package static func seconds(_ interval: String) -> Int {
        let parts =
            /(?:(\d+)\s?(?:hours?|hr|h)\s?)?(?:(\d+)\s?(?:minutes?|min|m)\s?)?(?:(\d+)\s?(?:seconds?|sec|s)\s?)?/
        guard let match = interval.prefixMatch(of: parts)?.output else { return 0 }
        let numbers = [match.1, match.2, match.3].map { $0.flatMap { Int32($0) } ?? 0 }
        return Int(numbers[0]) * 3600 + Int(numbers[1]) * 60 + Int(numbers[2])
    }

    /// How many seconds machines that report from now on wait between two reports.
    static func interval(_ state: RegionState) throws -> Int {
        seconds(try Configuration.value("hardware_sync_interval", state)?.string ?? "15m")
    }
}

extension MachineLife {
    /// Lets the machine report its hardware as often as `hardware_sync_interval` says now, or no more.
    package mutating func setHardwareSync(_ enabled: Bool) throws {
        try update(["enable_hw_sync": enabled])
        guard enabled, node.syncInterval == nil else { return }
        try update(["sync_interval": HardwareSync.interval(state)])
    }
}

extension Node {
    /// When the machine last reported its hardware, and when it will next; it does so from the end of its deployment on.
    /// The clock is asked only for machines that report.
    package func synchronisations(_ state: RegionState) throws -> (last: RegionTime, next: RegionTime)? {
        guard let first = firstSync, let interval = syncInterval, interval > 0 else { return nil }
        let period = 1000.multipliedSaturating(by: interval)
        let last = status == .deployed ? first + max(0, try state.now - first) / period * period : first
        return (last, last.addingSaturating(period))
    }

    /// Whether the machine is one that can keep dumps of a kernel that crashes: enough cores and memory, and not too
    /// much (`validate_enable_kernel_crash_dump`).
    package var canDumpKernel: Bool {
        let kind = architecture.split(separator: "/").first.map(String.init) ?? ""
        return cpuCount >= 4 && (6 * 1024...2 * 1024 * 1024).contains(memory)
            && ["amd64", "arm64", "s390x"].contains(kind)
    }
}
