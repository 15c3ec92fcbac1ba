import Foundation

/// JUnit XML, as CI systems read it: one test suite an area.
public final class JUnitRecorder: Recorder {
    private let write: (String) -> Void
    private var info: RunInfo?

    /// - Parameter write: takes the whole report at the end.
    public init(write: @escaping (String) -> Void) { self.write = write }

    /// Keeps what the run is about, and writes the document when it is over.
    public func record(_ event: RunEvent) {
        if case .started(let info) = event { self.info = info }
        if case .finished(let summary) = event { write(report(summary)) }
    }

    private func report(_ summary: RunSummary) -> String {
        let own = summary.results.filter(\.isOfProfile)
        var out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        out += "<testsuites name=\"maas-conformance\"\(counts(own)) time=\"\(time(summary.seconds))\"\(stamp)>\n"
        for area in Area.allCases {
            let results = own.filter { $0.item.area == area }
            guard !results.isEmpty else { continue }
            let seconds = results.reduce(0) { $0 + $1.seconds }
            out +=
                "  <testsuite name=\"\(area.rawValue)\"\(counts(results)) time=\"\(time(seconds))\"\(stamp)\(host)>\n"
            if let info {
                out += "    <properties>\n"
                for (name, value) in info.facts + [("verdict", summary.verdict.sentence)] {
                    out += "      <property name=\"\(name)\" value=\"\(value.xmlEscaped)\"/>\n"
                }
                out += "    </properties>\n"
            }
            for result in results { out += testCase(result) }
            out += "  </testsuite>\n"
        }
        if !summary.leftovers.isEmpty {
            out += "  <testsuite name=\"cleanup\" tests=\"1\" failures=\"1\" errors=\"0\" skipped=\"0\">\n"
            out +=
                "    <testcase classname=\"cleanup\" name=\"nothing is left behind\"><failure message=\"left behind\">"
            out += summary.leftovers.joined(separator: "\n").xmlEscaped + "</failure></testcase>\n  </testsuite>\n"
        }
        return out + "</testsuites>\n"
    }

    private func testCase(_ result: CaseResult) -> String {
        let name = "\(result.item.id): \(result.item.title)".xmlEscaped
        let head =
            "    <testcase classname=\"\(result.item.area.rawValue)\" name=\"\(name)\" time=\"\(time(result.seconds))\""
        let reasons = result.outcome.reasons
        let message = "message=\"\((reasons.first ?? "").xmlEscaped)\""
        let text = (reasons + (result.item.source.isEmpty ? [] : ["MAAS: \(result.item.source)"])).joined(
            separator: "\n"
        ).xmlEscaped
        switch result.outcome {
        case .passed: return head + "/>\n"
        case .skipped, .knownDeviation: return head + "><skipped \(message)/></testcase>\n"
        case .failed, .unexpectedPass: return head + "><failure \(message)>\(text)</failure></testcase>\n"
        case .errored: return head + "><error \(message)>\(text)</error></testcase>\n"
        }
    }

    private func counts(_ results: [CaseResult]) -> String {
        func count(_ words: String...) -> Int { results.filter { words.contains($0.outcome.word) }.count }
        return
            " tests=\"\(results.count)\" failures=\"\(count("failed", "unexpected pass"))\" errors=\"\(count("error"))\""
            + " skipped=\"\(count("skipped", "deviation"))\""
    }

    /// JUnit's schema has no zone in a time: it is UTC.
    private var stamp: String { info.map { " timestamp=\"\($0.date.prefix(19))\"" } ?? "" }

    private var host: String { info.map { " hostname=\"\($0.host.xmlEscaped)\"" } ?? "" }

    private func time(_ seconds: Double) -> String { String(format: "%.3f", seconds) }
}

extension String {
    /// Safe in XML and HTML, in text and in attributes; control characters that XML forbids become blanks.
    var xmlEscaped: String {
        var out = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": out += "&amp;"
            case "<": out += "&lt;"
            case ">": out += "&gt;"
            case "\"": out += "&quot;"
            case "'": out += "&#39;"
            case "\n", "\t": out.unicodeScalars.append(scalar)
            case _ where scalar.value < 32 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: out += " "
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out
    }
}
