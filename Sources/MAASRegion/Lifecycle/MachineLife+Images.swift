import SQLite

extension MachineLife {
    /// Statuses in which a machine runs from memory, with the image that machines are commissioned with.
    private static let ephemeral: Set<NodeStatus> = [
        .new, .commissioning, .diskErasing, .enteringRescueMode, .releasing, .rescueMode, .testing,
    ]

    /// The images that a machine needs for what it is about to boot into must be there
    /// (`Node.validate_bootresource_exists_for_action`).
    /// - Throws: `Refusal` that names the image.
    package func requireImages() throws {
        let isDeploying = [.allocated, .deploying].contains(node.status)
        if isDeploying || Self.ephemeral.contains(node.status), !node.architecture.utf8.contains(UInt8(ascii: "/")) {
            throw Refusal.unexpected("not enough values to unpack (expected 2, got 1)", .valueError)
        }
        if isDeploying {
            let osystem = try node.osystem.isEmpty ? setting("default_osystem") : node.osystem
            let series = try node.distroSeries.isEmpty ? setting("default_distro_series") : node.distroSeries
            guard try exists(osystem, series) else {
                throw Refusal.invalid(
                    state.version.has(.imagesNamedWithArchitecture)
                        ? "Deployment operating system \(osystem)/\(series) is unavailable for \(node.architecture)."
                        : "Deployment operating system \(osystem) \(series) is unavailable.")
            }
        }
        // Other systems than Ubuntu are installed from the image that machines are commissioned with.
        guard Self.ephemeral.contains(node.status) || isDeploying && node.osystem != "ubuntu" else { return }
        let series = try setting("commissioning_distro_series")
        guard try exists("ubuntu", series) else {
            throw Refusal.invalid(
                state.version.has(.imagesNamedWithArchitecture)
                    ? "Ephemeral operating system ubuntu/\(series) for \(node.architecture) is unavailable."
                    : "Ephemeral operating system ubuntu \(series) is unavailable.")
        }
    }

    private func setting(_ name: String) throws -> String { try Configuration.value(name, state)?.string ?? "" }

    /// Whether there is an image of a release that the machine can run. Before 3.5 only the release counted.
    private func exists(_ osystem: String, _ series: String) throws -> Bool {
        let images = try BootResource.inOrder(db, named: BootResource.name(osystem, series))
        guard state.version.has(.imagesByArchitecture) else { return !images.isEmpty }
        return BootResource.chosen(from: images, osystem, series, architecture: node.architecture) != nil
    }
}
