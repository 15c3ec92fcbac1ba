import MAASRegion

/// What differs between the versions of MAAS, as text: the page of differences with a column for each version.
public enum VersionReport {
    /// `docs/versions.md`.
    public static var markdown: String {
        let versions = MAASVersion.allCases
        let names = versions.map(\.rawValue)
        let columns = String(repeating: "---|", count: versions.count)
        var lines = [
            "# Versions of MAAS", "",
            "What the emulator does differently from version to version (`--maas-version`). Printed by `maas-emulator "
                + "versions`.", "",
            "\(VersionDifference.allCases.count) differences; ● marks the versions that have it.",
            "", "| name | what these versions have | \(names.joined(separator: " | ")) |", "|---|---|\(columns)",
        ]
        for difference in VersionDifference.allCases {
            let marks = versions.map { $0.has(difference) ? "●" : "" }
            lines.append("| `\(difference.rawValue)` | \(difference.about) | \(marks.joined(separator: " | ")) |")
        }
        lines += ["", "Values:", "", "| value | \(names.joined(separator: " | ")) |", "|---|\(columns)"]
        let values: [(String, KeyPath<VersionValues, String>)] = [
            ("answered by `version/`", \.release), ("standard release of Ubuntu", \.standardRelease),
            ("zone of the times of scripts and snippets", \.mailZone), ("links of notifications", \.site),
        ]
        for (name, value) in values {
            let cells = versions.map { $0.values[keyPath: value] }
            lines.append("| \(name) | \(cells.joined(separator: " | ")) |")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
