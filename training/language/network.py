"""The joint network in PyTorch: the MiniLM encoder with a casing embedding, and a head for each layer of labels.

The encoder is BERT (Devlin et al. 2019) in the size of MiniLM-L6-H384 (Wang et al. 2020); arcs are scored by a biaffine
form (Dozat and Manning 2017); the label of an arc is read from the sum of its two ends, which costs a hundredth of a
biaffine form for each label.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional as f

from twosource.nlp.shipped.pieces import CASINGS

WIDTH, INNER, LAYERS, HEADS, VOCABULARY, POSITIONS = 384, 1536, 6, 12, 30522, 512
ARC, LABEL, LINK = 256, 128, 64
DROPOUT = 0.1


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many classes each head has."""

    upos: int
    feats: int
    deprels: int
    names: int
    attribution: int
    mentions: int


class Layer(nn.Module):
    """One layer of the encoder; post-norm, as BERT."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv, self.out = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.up, self.down = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """States (batch, pieces, WIDTH) and which pieces are seen, to new states."""
        b, n, _ = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        rate = DROPOUT if self.training else 0.0
        y = f.scaled_dot_product_attention(q, k, v, attn_mask=mask, dropout_p=rate)
        x = self.norm1(x + self.dropout(self.out(y.transpose(1, 2).reshape(b, n, WIDTH))))
        return self.norm2(x + self.dropout(self.down(f.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Pieces and casing rows, both (batch, pieces) -> states (batch, pieces, WIDTH)."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.positions = nn.Embedding(VOCABULARY, WIDTH), nn.Embedding(POSITIONS, WIDTH)
        self.casing = nn.Embedding(CASINGS, WIDTH)
        nn.init.zeros_(self.casing.weight)
        self.norm, self.dropout = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(DROPOUT)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))

    def forward(self, ids: Tensor, casing: Tensor, real: Tensor) -> Tensor:
        """`real` says which pieces are no padding."""
        x = self.words(ids) + self.positions.weight[: ids.shape[1]] + self.casing(casing)
        x = self.dropout(self.norm(x))
        mask = real[:, None, None, :]
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def load(self, file: Path) -> None:
        """Takes the weights of a BERT of this size from a safetensors file; the type embedding joins the positions."""
        given = load_file(str(file))
        own = {"words.weight": given["embeddings.word_embeddings.weight"], "casing.weight": self.casing.weight}
        own["positions.weight"] = (
            given["embeddings.position_embeddings.weight"] + given["embeddings.token_type_embeddings.weight"][0]
        )
        for part in ("weight", "bias"):
            own[f"norm.{part}"] = given[f"embeddings.LayerNorm.{part}"]
            for i in range(LAYERS):
                own |= _layer(given, i, part)
        self.load_state_dict(own)


def _layer(given: dict[str, Tensor], i: int, part: str) -> dict[str, Tensor]:
    at, own = f"encoder.layer.{i}", f"layers.{i}"
    qkv = [given[f"{at}.attention.self.{name}.{part}"] for name in ("query", "key", "value")]
    return {
        f"{own}.qkv.{part}": torch.cat(qkv),
        f"{own}.out.{part}": given[f"{at}.attention.output.dense.{part}"],
        f"{own}.norm1.{part}": given[f"{at}.attention.output.LayerNorm.{part}"],
        f"{own}.up.{part}": given[f"{at}.intermediate.dense.{part}"],
        f"{own}.down.{part}": given[f"{at}.output.dense.{part}"],
        f"{own}.norm2.{part}": given[f"{at}.output.LayerNorm.{part}"],
    }


class Joint(nn.Module):
    """Encoder and heads. Word 0 of a sentence is its start piece, the root of its tree."""

    PLAIN = ("upos", "feats", "names", "attribution", "mentions")
    """Heads that are one linear form a word."""

    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.plain = nn.ModuleDict({name: nn.Linear(WIDTH, getattr(sizes, name)) for name in self.PLAIN})
        self.arc_word, self.arc_head = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Linear(ARC, ARC, bias=False)
        self.arc_bias = nn.Linear(ARC, 1, bias=False)
        nn.init.zeros_(self.arc.weight)
        self.label_word, self.label_head = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label = nn.Linear(LABEL, sizes.deprels)
        self.link_word, self.link_head = nn.Linear(WIDTH, LINK), nn.Linear(WIDTH, LINK)
        self.vector = nn.Linear(WIDTH, WIDTH)
        nn.init.eye_(self.vector.weight)
        nn.init.zeros_(self.vector.bias)
        self.dropout = nn.Dropout(0.2)

    def forward(self, ids: Tensor, casing: Tensor, real: Tensor, firsts: Tensor) -> dict[str, Tensor]:
        """All scores: plain heads (batch, words, classes); `arcs` (batch, words, words), head along the last axis;
        `label_word`, `label_head`, `link_word`, `link_head` by word; `vector` (batch, WIDTH) of length 1; `words`,
        the encoder's states of the words.
        """
        x = self.encoder(ids, casing, real)
        words = x.gather(1, firsts[:, :, None].expand(-1, -1, WIDTH))
        y = self.dropout(words)
        given = {"words": words} | {name: head(y) for name, head in self.plain.items()}
        word, head = self.dropout(f.gelu(self.arc_word(y))), self.dropout(f.gelu(self.arc_head(y)))
        given["arcs"] = self.arc(word) @ head.transpose(1, 2) + self.arc_bias(head).transpose(1, 2)
        given |= {name: getattr(self, name)(y) for name in ("label_word", "label_head", "link_word", "link_head")}
        share = real.to(x.dtype) / real.sum(1, keepdim=True)
        given["vector"] = f.normalize(self.vector((x * share[:, :, None]).sum(1)).float(), dim=-1)
        return given

    def labels(self, word: Tensor, head: Tensor) -> Tensor:
        """Scores of arc labels from the label states of words and of their heads."""
        return self.label(f.relu(word + head))
