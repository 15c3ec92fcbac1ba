import Foundation
import MAASClient

/// Reads a list of machines as `MAASClient` does and as `JSONDecoder` reads the bare shape, for `script/bench`. Prints the
/// processor time of either in milliseconds, the least of nine rounds. Usage: `bare-decoder FILE`.
@main
struct BareDecoder {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 2 else {
            FileHandle.standardError.write(Data("usage: bare-decoder FILE\n".utf8))
            exit(64)
        }
        let body = try Data(contentsOf: URL(filePath: arguments[1]))
        var least = (client: Double.infinity, bare: Double.infinity)
        for _ in 0..<9 {
            let client = try milliseconds { try JSONDecoder().decode([Machine].self, from: body).count }
            let bare = try milliseconds { try JSONDecoder().decode([Bare.Machine].self, from: body).count }
            least = (min(least.client, client), min(least.bare, bare))
        }
        FileHandle.standardOutput.write(Data("\(least.client) \(least.bare)\n".utf8))
    }

    private static func milliseconds(_ body: () throws -> Int) throws -> Double {
        let begun = clock()
        _ = try body()
        return Double(clock() - begun) / Double(CLOCKS_PER_SEC) * 1000
    }
}
