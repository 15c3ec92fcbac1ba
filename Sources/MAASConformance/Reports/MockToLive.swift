/// The page that shows a team what moving from the mock to a MAAS changes for them.
public enum MockToLive {
    /// Compares what the same service cases saw on both.
    public static func page(mock: [CaseResult], live: [CaseResult]) -> String {
        var rows: [String] = []
        var alike: [String] = []
        for result in live where result.item.onMock {
            guard let other = mock.first(where: { $0.item.id == result.item.id }) else { continue }
            if result.observations.isEmpty, result.outcome == .passed, other.outcome == .passed {
                alike.append("- `\(result.item.id)`: \(result.item.title)")
            }
            for observation in result.observations {
                guard let before = other.observations.first(where: { $0.what == observation.what }) else { continue }
                rows.append(
                    "| \(observation.what) | \(before.value) | \(observation.value) | `\(result.item.id)`: \(result.item.title) |"
                )
            }
        }
        return """
            # From mock to live

            The service of the seed document began on a mock. The same service cases run on that mock (`maas-conformance run --target mock`) and on a MAAS; this page is made of what they saw, and a test fails when it is out of date. Each row names the case that shows it: `maas-conformance run --only CASE`.

            ## What changes

            | what | mock | live | case |
            |---|---|---|---|
            \(rows.joined(separator: "\n"))

            ## What stays

            \(alike.joined(separator: "\n"))

            """
    }
}
