/// The operations that the emulator serves, as text.
public struct CoverageReport: Sendable {
    private let table: OperationTable

    public init(_ version: MAASVersion) { table = OperationTable(version) }

    /// A JSON list of paths with their operations.
    public var json: String { String(decoding: Coverage(table).response.body, as: UTF8.self) }

    /// A Markdown table.
    public var markdown: String {
        var lines = ["| path | method | op | operation | tier |", "|---|---|---|---|---|"]
        for resource in table.resources {
            for operation in resource.operations {
                lines.append(
                    "| `\(resource.path.text)` | \(operation.method) | \(operation.op ?? "") | "
                        + "\(operation.about) | \(resource.tier.rawValue) |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
