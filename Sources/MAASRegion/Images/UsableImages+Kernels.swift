import Formats

extension UsableImages {
    /// The kernels of the images, oldest first; those of one release, architecture, platform or flavour where they are
    /// given. With `withLevels` also the kernels that these can stand in for.
    package func kernels(
        of release: String = "", architecture: String = "", platform: String? = nil, flavor: String? = nil,
        withLevels: Bool = false, onlyOfPlatform: Bool = false
    ) throws -> [String] {
        var found: Set<String> = []
        for image in images
        where image.isWhole && image.resource.name.hasPrefix(release)
            && image.resource.architecture.hasPrefix(architecture)
        {
            let resource = image.resource
            if let flavor, resource.kflavor != flavor { continue }
            let sub = resource.subarchitecture
            let kernel = try Kernel(sub)
            if let platform, !platform.isEmpty {
                let own = resource.platform ?? kernel.platform
                let supports = !onlyOfPlatform && (resource.supportedPlatforms ?? [""]).contains(platform)
                guard (own.isEmpty ? "generic" : own) == platform || supports else { continue }
            }
            let takesPlatforms = !(platform ?? "").isEmpty && platform != "generic"
            if kernel.isGeneral || (kernel.channel.isEmpty && takesPlatforms) { found.insert(sub) }
            guard withLevels else { continue }
            for level in resource.subarches ?? [] {
                let kernel = try Kernel(level)
                guard kernel.isGeneral || (kernel.channel.isEmpty && takesPlatforms) else { continue }
                // The generic flavour is not named.
                let isWanted =
                    flavor == nil || (flavor == kernel.flavor && flavor != "generic")
                    || (kernel.flavor == "generic" && level.split(separator: "-").count == 2)
                if isWanted { found.insert(level) }
            }
        }
        return try Kernel.sorted(found)
    }

    /// A machine's oldest kernel must be one that some image has or stands in for.
    package func isLevel(_ kernel: String) throws -> Bool { try kernels(withLevels: true).contains(kernel) }

    /// The kernels that a machine can run, those of its own platform first.
    private func kernels(of release: String, _ architecture: String, _ platform: String, flavor: String? = nil) throws
        -> [String]
    {
        let generic = try kernels(of: release, architecture: architecture, platform: "generic", flavor: flavor)
        guard platform != "generic" else { return generic }
        let exact = try kernels(
            of: release, architecture: architecture, platform: platform, flavor: flavor, onlyOfPlatform: true)
        let supporting = try kernels(of: release, architecture: architecture, platform: platform, flavor: flavor)
        return exact + supporting.filter { !generic.contains($0) } + supporting.filter(generic.contains)
    }

    /// The kernel that a machine is deployed with (`get_working_kernel`): the one that was asked for, else the oldest
    /// that its oldest kernel and the release allow. Other systems than Ubuntu are installed from what a custom image
    /// is built on, or the image that machines are commissioned with.
    /// - Throws: `Refusal` of the field `hwe_kernel` when none will do.
    package func workingKernel(
        _ state: RegionState, requested: String, atLeast level: String, architecture: String, osystem: String,
        series: String
    ) throws -> String {
        guard !osystem.isEmpty, !architecture.isEmpty, !series.isEmpty else { return requested }
        let halves = architecture.split(separator: "/", maxSplits: 1).map(String.init)
        let (arch, platform) = (halves[0], halves.count > 1 ? halves[1] : "")
        var (osystem, series) = (osystem, series)
        if osystem == OperatingSystem.custom.rawValue,
            let image = image(of: osystem, series, architecture: architecture)
        {
            (osystem, series) = try Self.base(of: image, state)
        }
        if osystem != OperatingSystem.ubuntu.rawValue {
            (osystem, series) = ("ubuntu", try Configuration.value("commissioning_distro_series", state)?.string ?? "")
        }
        let release = "\(osystem)/\(series)"
        if Kernel.isName(requested) {
            return try check(requested, level, release, series, architecture, arch, platform)
        }
        if Kernel.isName(level) {
            let flavors = Set(images.compactMap(\.resource.kflavor))
            let named = try Kernel(level).flavor
            let flavor = !named.isEmpty && flavors.contains(named) ? named : "generic"
            let kernel = try kernels(of: release, arch, platform, flavor: flavor).first {
                try Kernel.isNewer($0, than: level) && Kernel.isNewer($0, than: series)
            }
            if let kernel { return kernel }
            throw Refusal.field(
                "hwe_kernel", "\(series) has no kernels available which meet min_hwe_kernel(\(level)).")
        }
        let kernel = try kernels(of: release, arch, platform).first { name in
            let kernel = try Kernel(name)
            let isOldPlatform = kernel.channel.isEmpty && !kernel.platform.isEmpty && kernel.platform != "generic"
            if isOldPlatform, name == requested || name == platform { return true }
            return try Kernel.isNewer(name, than: series)
        }
        if let kernel { return kernel }
        throw Refusal.field("hwe_kernel", "\(series) has no kernels available.")
    }

    private func check(
        _ kernel: String, _ level: String, _ release: String, _ series: String, _ architecture: String,
        _ arch: String, _ platform: String
    ) throws -> String {
        guard try kernels(of: release, arch, platform).contains(kernel) else {
            throw Refusal.field("hwe_kernel", "\(kernel) is not available for \(release) on \(architecture).")
        }
        guard try Kernel.isNewer(kernel, than: series) else {
            throw Refusal.field("hwe_kernel", "\(kernel) is too old to use on \(release).")
        }
        if Kernel.isName(level), try !Kernel.isNewer(kernel, than: level) {
            throw Refusal.field(
                "hwe_kernel",
                "chosen kernel (\(kernel)) is older than minimal kernel required by the machine (\(level)).")
        }
        return kernel
    }

    /// What a custom image is built on.
    private static func base(of image: BootResource, _ state: RegionState) throws -> (String, String) {
        let halves = image.baseImage.split(separator: "/", maxSplits: 1).map(String.init)
        guard halves.count == 2 else {
            return ("ubuntu", try Configuration.value("commissioning_distro_series", state)?.string ?? "")
        }
        return (halves[0], halves[1])
    }
}
