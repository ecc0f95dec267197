using System.Net;
using System.Net.Sockets;

namespace Pathways.Campaign;

/// <summary>Stands between a client and PostgreSQL; now and then it passes a COMMIT on, waits for the server's answer, and cuts the line instead of passing it back.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _server;
    private readonly double _share;
    private readonly Random _chance = new(8);
    private int _cuts;

    public CuttingProxy(int server, double share)
    {
        (_server, _share) = (server, share);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How often the line was cut after a COMMIT that the server had carried out.</summary>
    public int Cuts => _cuts;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            // Nobody is served any more.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var server = new TcpClient();
            using var _ = client;
            await server.ConnectAsync(IPAddress.Loopback, _server);
            client.NoDelay = server.NoDelay = true;
            var (near, far) = (client.GetStream(), server.GetStream());
            var cut = false;
            var back = Task.Run(async () =>
            {
                var bytes = new byte[65536];
                while (await far.ReadAsync(bytes) is > 0 and var count)
                {
                    if (Volatile.Read(ref cut))
                    {
                        Interlocked.Increment(ref _cuts);
                        client.Close();
                        return;
                    }

                    await near.WriteAsync(bytes.AsMemory(0, count));
                }
            });
            var buffer = new byte[65536];
            while (await near.ReadAsync(buffer) is > 0 and var count)
            {
                if (buffer.AsSpan(0, count).IndexOf("COMMIT"u8) >= 0 && Draw() < _share)
                {
                    Volatile.Write(ref cut, true);
                }

                await far.WriteAsync(buffer.AsMemory(0, count));
            }

            server.Close();
            await back;
        }
        catch (Exception over) when (over is IOException or SocketException or ObjectDisposedException)
        {
            // One of the two is gone.
        }
    }

    private double Draw()
    {
        lock (_chance)
        {
            return _chance.NextDouble();
        }
    }
}
