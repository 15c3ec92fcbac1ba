import Foundation
import HTTPServer

/// The server of this project with nothing behind it, for `script/bench` to hold the emulator against: the bytes of one
/// file in answer to every request. Usage: `bare-server PORT FILE`.
@main
struct BareServer {
    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count == 3, let port = Int(arguments[1]) else {
            FileHandle.standardError.write(Data("usage: bare-server PORT FILE\n".utf8))
            exit(64)
        }
        let body = try Data(contentsOf: URL(filePath: arguments[2]))
        let answer = HTTPResponse(
            status: 200, headers: ["Content-Type": "application/json; charset=utf-8"], body: Array(body)
        ).prepared()
        let server = try HTTPServer(listen: SocketAddress(host: "127.0.0.1", port: port)) { _ in answer }
        FileHandle.standardOutput.write(Data("ready\n".utf8))
        withExtendedLifetime(server) { while true { pause() } }
    }
}
