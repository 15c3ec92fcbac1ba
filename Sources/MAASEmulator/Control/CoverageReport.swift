import MAASAPI
import MAASRegion

/// The operations that the emulator knows, as text.
public struct CoverageReport: Sendable {
    private let table: OperationTable
    private let version: MAASVersion
    private let cases: CoverageCases?

    /// The operations of a version, beside the conformance cases that ask for them, where there are any.
    public init(_ version: MAASVersion, cases: CoverageCases? = nil) {
        table = OperationTable(version)
        self.version = version
        self.cases = cases
    }

    /// A JSON list of paths with their operations.
    public var json: String { String(decoding: Coverage(table).response.body, as: UTF8.self) }

    /// Counts, and a Markdown table.
    public var markdown: String {
        let operations = table.resources.flatMap(\.operations)
        let served = operations.filter(\.isServed).count
        var lines = [
            "\(operations.count) operations of MAAS \(version.release): \(served) are served, "
                + "\(operations.count - served) answer 501.", "",
            "| path | method | op | operation | tier | answer | versions |"
                + (cases == nil ? "" : " conformance cases |"),
            "|---|---|---|---|---|---|---|" + (cases == nil ? "" : "---|"),
        ]
        for resource in table.resources.sorted(by: {
            ($0.tier.rawValue, $0.path.text) < ($1.tier.rawValue, $1.path.text)
        }) {
            for operation in resource.operations {
                var columns = [
                    "`\(resource.path.text)`", operation.method, operation.op ?? "", operation.about,
                    resource.tier.rawValue, operation.isServed ? "served" : "501", Self.span(operation.versions),
                ]
                if let cases {
                    let touching = cases.byOperation["\(resource.handler).\(operation.name)"] ?? []
                    columns.append(touching.map { "`\($0)`" }.joined(separator: ", "))
                }
                lines.append("| " + columns.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The operations that are served and that no case asks for, as `HandlerName.operation`.
    public var untouched: [String] {
        table.resources.flatMap { resource in
            resource.operations.filter(\.isServed).map { "\(resource.handler).\($0.name)" }
        }.filter { cases?.byOperation[$0] == nil }
    }

    private static func span(_ versions: ClosedRange<MAASVersion>) -> String {
        "\(versions.lowerBound.rawValue) to \(versions.upperBound.rawValue)"
    }
}
