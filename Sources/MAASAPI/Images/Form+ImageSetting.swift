import Formats
import MAASRegion

extension Form {
    /// The value of a setting whose choices are what the region's images offer.
    mutating func image(_ setting: Configuration.Setting, _ state: RegionState) throws -> JSONValue {
        let images = try UsableImages(state)
        let commissioned = try Configuration.value("commissioning_distro_series", state)?.string ?? ""
        let (word, choices): (String, [String]) =
            switch setting.kind {
            case .osystem: ("osystem", images.systemNames)
            case .release:
                (
                    "release",
                    images.system(try Configuration.value("default_osystem", state)?.string ?? "")?.releases.map(\.name)
                        ?? []
                )
            case .commissioningRelease: (setting.name, Self.commissioning(images, commissioned))
            default: (setting.name, [""] + (try Self.kernels(images, commissioned)))
            }
        let missing = "---"
        let field = listedChoice(setting.name, of: choices.isEmpty ? [missing] : choices, as: word)
        if field.value == missing {
            add(
                setting.name,
                "Unable to determine supported operating systems, due to missing boot images.")
        }
        return .string(field.or(""))
    }

    /// The releases of Ubuntu that machines can be commissioned with, by title, after the present one where there is no
    /// image of that; none where there is no image of Ubuntu.
    private static func commissioning(_ images: UsableImages, _ present: String) -> [String] {
        guard let ubuntu = images.system(OperatingSystem.ubuntu.rawValue) else { return [] }
        let names = ubuntu.releases.sorted { $0.title < $1.title }.filter(\.canCommission).map(\.name)
        return names.contains(present) ? names : [present] + names
    }

    /// The kernels of the release that machines are commissioned with.
    private static func kernels(_ images: UsableImages, _ series: String) throws -> [String] {
        guard !series.isEmpty else { return [] }
        return try images.kernels(of: "ubuntu/\(series)").filter { try Kernel.isNewer($0, than: series) }
    }
}
