/// Whether a VM host has room for another VM, by MAAS's arithmetic (`Pod.check_over_commit_ratios`).
struct OverCommit {
    package let cores: Int
    /// MiB
    package let memory: Int
    package let cpuRatio: Double
    package let memoryRatio: Double
    package let used: VMHost.Resources

    /// Why it has not, in MAAS's words; `nil` when it has. The numbers it calls available are without the ratio.
    package func refusal(cores requestedCores: Int, memory requestedMemory: Int) -> String? {
        var message = ""
        if Double(cores) * cpuRatio < Double(used.cores) + Double(requestedCores) {
            message += Self.sentence("CPU", cpuRatio, available: cores - used.cores, requested: requestedCores)
        }
        if Double(memory) * memoryRatio < Double(used.memory) + Double(requestedMemory) {
            message += Self.sentence("Memory", memoryRatio, available: memory - used.memory, requested: requestedMemory)
        }
        return message.isEmpty ? nil : message
    }

    private static func sentence(_ what: String, _ ratio: Double, available: Int, requested: Int) -> String {
        "\(what) overcommit ratio is \(ratio) and there are \(available) available resources; \(requested) requested."
    }
}
