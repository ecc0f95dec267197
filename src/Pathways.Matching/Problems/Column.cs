namespace Pathways.Matching.Problems;

/// <summary>A list that grows by pieces, so that a long one is neither copied as it grows nor kept twice as large as it is.</summary>
internal sealed class Column<T>
{
    private const int Piece = 1 << 16;
    private readonly List<T[]> _full = [];
    private T[] _last = new T[64];
    private int _inLast;

    public int Count => (_full.Count * Piece) + _inLast;

    public T this[int index] => index < _full.Count * Piece ? _full[index / Piece][index % Piece] : _last[index - (_full.Count * Piece)];

    public void Add(T value)
    {
        if (_inLast == _last.Length)
        {
            MakeRoom();
        }

        _last[_inLast++] = value;
    }

    public T[] ToArray()
    {
        var all = GC.AllocateUninitializedArray<T>(Count);
        for (var i = 0; i < _full.Count; i++)
        {
            _full[i].CopyTo(all, i * Piece);
        }

        Array.Copy(_last, 0, all, _full.Count * Piece, _inLast);
        return all;
    }

    private void MakeRoom()
    {
        if (_last.Length < Piece)
        {
            Array.Resize(ref _last, 2 * _last.Length);
            return;
        }

        _full.Add(_last);
        (_last, _inLast) = (new T[Piece], 0);
    }
}
