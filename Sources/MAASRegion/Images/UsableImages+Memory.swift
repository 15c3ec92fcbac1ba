import Formats

extension UsableImages {
    /// Refuses a machine that is to run from memory with an image that has no file system for that (`Node.start`): of what
    /// is synchronised only squashfs, of what was uploaded only archives. MAAS looks the image up without asking whether
    /// there is one.
    func checkMemory(_ state: RegionState, _ node: Node) throws {
        let (osystem, series) = (node.osystem, node.distroSeries)
        guard let system = system(osystem) else { throw Self.missing(osystem) }
        guard system.releases.contains(where: { $0.name == series }) else { throw Self.missing(series) }
        var architecture = node.architecture
        if osystem == OperatingSystem.ubuntu.rawValue {
            let kernel = try workingKernel(
                state, requested: node.hweKernel ?? "", atLeast: node.minHWEKernel ?? "", architecture: architecture,
                osystem: osystem, series: series)
            architecture = "\(architecture.prefix { $0 != "/" })/\(kernel)"
        }
        let found = images.last { image in
            image.resource.system == (osystem, series) && image.resource.architecture == architecture
                && image.newest?.isInstallable == true
        }
        guard let found, let file = found.newest?.files.first(where: \.filetype.isInstallable) else {
            throw Self.missing(architecture)
        }
        let types: Set<BootResourceFile.FileType> =
            found.resource.type == .uploaded ? [.rootTGZ, .rootTXZ] : [.squashfs]
        guard types.contains(file.filetype) else {
            throw Refusal.invalid(
                "Deployment to memory not supported for \(osystem)/\(series) on \(node.architecture)")
        }
    }

    /// A key that a Python dictionary lacks.
    private static func missing(_ key: String) -> Refusal { .unexpected(pythonQuoted(key)) }
}
